/// The provisioned pollers of an event-source mapping.
public struct PollerMeter: ComponentMeter {
  /// What is polled.
  public enum Source: Hashable, Sendable, CaseIterable {
    /// A queue.
    case queue
    /// A Kafka topic.
    case kafka
  }

  /// What is polled.
  public let source: Source
  /// Event poller units times the milliseconds for which they were kept.
  public var unitMilliseconds: Usage

  /// Pollers of `source` that were kept for so many unit-milliseconds.
  public init(_ source: Source, unitMilliseconds: Usage = 0) {
    self.source = source
    self.unitMilliseconds = unitMilliseconds
  }

  /// What was used of each item.
  public var usages: [(item: BilledItem, usage: Usage)] { [(source == .queue ? .pollerQueue : .pollerKafka, unitMilliseconds)] }

  /// Counts what `other` did.
  public mutating func merge(_ other: PollerMeter) {
    precondition(source == other.source, "pollers of a \(source) and a \(other.source) can't be merged")
    unitMilliseconds += other.unitMilliseconds
  }
}
