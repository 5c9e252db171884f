/// What functions streamed to their callers.
public struct StreamingMeter: ComponentMeter {
  /// Billed bytes: those of each response above what it has for nothing.
  public var bytes: Usage

  /// Responses of so many billed bytes together.
  public init(bytes: Usage = 0) { self.bytes = bytes }

  /// The bytes of one streamed response that are billed: those above 6 MB.
  ///
  /// - Source: AWS Lambda pricing page, response streaming.
  public static func billedBytes(responseOf bytes: Int64) -> Int64 { max(0, bytes - (6 << 20)) }

  /// Counts a streamed response of so many bytes.
  public mutating func add(responseOf bytes: Int64, wasted: Bool = false) {
    self.bytes.add(Self.billedBytes(responseOf: bytes), wasted: wasted)
  }

  /// What was used of each item.
  public var usages: [(item: BilledItem, usage: Usage)] { [(.responseStreaming, bytes)] }

  /// Counts what `other` did.
  public mutating func merge(_ other: StreamingMeter) { bytes += other.bytes }
}
