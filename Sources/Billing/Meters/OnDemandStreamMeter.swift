/// What a stream on demand used.
public struct OnDemandStreamMeter: ComponentMeter {
  /// The milliseconds for which the stream was there.
  public var milliseconds: Usage = 0
  /// Billed bytes put, rounded up for each record.
  public var bytesIn: Usage = 0
  /// Bytes read by polling.
  public var bytesOut: Usage = 0
  /// Bytes handed to consumers with enhanced fan-out.
  public var fanOutBytes: Usage = 0
  /// Records kept longer than a day, up to a week: MB times milliseconds beyond it.
  public var extendedRetention: Usage = 0
  /// Records kept longer than a week: MB times milliseconds beyond it.
  public var longRetention: Usage = 0

  /// A stream that did nothing.
  public init() {}

  /// The bytes to whose multiple each record is rounded up when it is put.
  ///
  /// - Source: Amazon Kinesis Data Streams pricing page, on-demand mode.
  public static let unit: Int64 = 1 << 10

  /// The bytes as which one record is billed when it is put: whole kilobytes, at least one.
  public static func billedBytes(recordOf bytes: Int64) -> Int64 { Chunk.units(bytes: bytes, of: unit) * unit }

  /// Counts a record of so many bytes.
  public mutating func add(recordOf bytes: Int64, wasted: Bool = false) {
    bytesIn.add(Self.billedBytes(recordOf: bytes), wasted: wasted)
  }

  /// What was used of each item.
  public var usages: [(item: BilledItem, usage: Usage)] {
    [
      (.onDemandStreams, milliseconds), (.onDemandIn, bytesIn), (.onDemandOut, bytesOut), (.onDemandFanOut, fanOutBytes),
      (.onDemandRetention, extendedRetention), (.onDemandLongRetention, longRetention),
    ]
  }

  /// Counts what `other` did.
  public mutating func merge(_ other: OnDemandStreamMeter) {
    milliseconds += other.milliseconds
    bytesIn += other.bytesIn
    bytesOut += other.bytesOut
    fanOutBytes += other.fanOutBytes
    extendedRetention += other.extendedRetention
    longRetention += other.longRetention
  }
}
