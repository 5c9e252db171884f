/// What a queue was asked: every call to it, be it send, receive, delete or change of visibility, and the empty receives too.
public struct QueueMeter: ComponentMeter {
  /// Kinds of queue, which differ in price.
  public enum Kind: Hashable, Sendable, CaseIterable {
    /// Order is not kept.
    case standard
    /// Order is kept within a message group.
    case fifo
  }

  /// The queue's kind.
  public let kind: Kind
  /// Billed requests.
  public var requests: Usage

  /// A queue that was asked `requests`.
  public init(_ kind: Kind, requests: Usage = 0) {
    self.kind = kind
    self.requests = requests
  }

  /// The requests as which one call is billed, by the bytes of all its messages together: one for each 64 KB.
  ///
  /// - Source: Infracost, aws_sqs_queue: a request is a chunk of 64 KB; a batch is one call.
  public static func units(bytes: Int64) -> Int64 { Chunk.units(bytes: bytes, of: 64 << 10) }

  /// Counts a call of so many bytes, which are those of all messages of its batch.
  public mutating func add(callOf bytes: Int64, wasted: Bool = false) {
    requests.add(Self.units(bytes: bytes), wasted: wasted)
  }

  /// What was used of each item.
  public var usages: [(item: BilledItem, usage: Usage)] { [(kind == .fifo ? .queueFIFO : .queueStandard, requests)] }

  /// Counts what `other` did.
  public mutating func merge(_ other: QueueMeter) {
    precondition(kind == other.kind, "a \(kind) and a \(other.kind) queue can't be merged")
    requests += other.requests
  }
}
