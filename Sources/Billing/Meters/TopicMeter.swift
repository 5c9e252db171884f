/// What a topic was given and what it delivered.
///
/// Deliveries of standard topics to functions and queues cost nothing.
public struct TopicMeter: ComponentMeter {
  /// Kinds of topic, which differ in price.
  public enum Kind: Hashable, Sendable, CaseIterable {
    /// Order is not kept.
    case standard
    /// Order is kept within a message group; bytes are billed beside messages.
    case fifo
  }

  /// The topic's kind.
  public let kind: Kind
  /// Publishes: of a standard topic one for each chunk, of a FIFO topic one for each message.
  public var publishes: Usage = 0
  /// Bytes published to a FIFO topic.
  public var publishedBytes: Usage = 0
  /// Deliveries of a standard topic over HTTP, of a FIFO topic all of them.
  public var deliveries: Usage = 0
  /// Bytes that a FIFO topic delivered.
  public var deliveredBytes: Usage = 0

  /// A topic that did nothing.
  public init(_ kind: Kind) { self.kind = kind }

  /// The publishes as which a message to a standard topic is billed: one for each 64 KB.
  ///
  /// - Source: general knowledge of Amazon SNS pricing (unverified).
  public static func units(bytes: Int64) -> Int64 { Chunk.units(bytes: bytes, of: 64 << 10) }

  /// Counts the publish of a message.
  public mutating func add(publishOf bytes: Int64, wasted: Bool = false) {
    publishes.add(kind == .standard ? Self.units(bytes: bytes) : 1, wasted: wasted)
    if kind == .fifo { publishedBytes.add(bytes, wasted: wasted) }
  }

  /// Counts the delivery of a message to a subscription that is not free: any of a FIFO topic, one over HTTP of a standard one.
  public mutating func add(deliveryOf bytes: Int64, wasted: Bool = false) {
    deliveries.add(1, wasted: wasted)
    if kind == .fifo { deliveredBytes.add(bytes, wasted: wasted) }
  }

  /// What was used of each item.
  public var usages: [(item: BilledItem, usage: Usage)] {
    switch kind {
    case .standard: [(.topicPublishes, publishes), (.topicHTTP, deliveries)]
    case .fifo:
      [
        (.fifoPublishes, publishes), (.fifoPublished, publishedBytes), (.fifoDeliveries, deliveries),
        (.fifoDelivered, deliveredBytes),
      ]
    }
  }

  /// Counts what `other` did.
  public mutating func merge(_ other: TopicMeter) {
    precondition(kind == other.kind, "a \(kind) and a \(other.kind) topic can't be merged")
    publishes += other.publishes
    publishedBytes += other.publishedBytes
    deliveries += other.deliveries
    deliveredBytes += other.deliveredBytes
  }
}
