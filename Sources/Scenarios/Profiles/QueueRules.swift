public import Variates

/// The queues of a platform, and how they drive functions.
public struct QueueRules: Equatable, Sendable {
  /// For how long a received message is hidden, nanoseconds.
  public var visibilityTimeout: SettingRule<Int64>
  /// For how long a new message is hidden, nanoseconds.
  public var delay: SettingRule<Int64>
  /// For how long a message is kept, nanoseconds.
  public var retention: SettingRule<Int64>
  /// The largest message, bytes.
  public var messageSize: SettingRule<Int64>
  /// How often a message is received before it moves to the dead-letter queue, by default.
  public var maxReceiveCount: Int
  /// Messages in one call that sends, receives or deletes.
  public var batch: Int
  /// The bytes for which a call counts as one more request.
  public var requestSize: Int64
  /// Queues without a certain order.
  public var standard: StandardQueueRule
  /// Queues in order.
  public var fifo: FIFOQueueRule
  /// How a queue drives a function.
  public var mapping: QueueMappingRules
}

/// Queues without a certain order.
public struct StandardQueueRule: Equatable, Sendable {
  /// Messages received and not deleted at a time.
  public var inFlight: Int
  /// The probability that a receive is answered twice.
  public var duplicates: Double
  /// From how many receives on a message that comes back goes behind all others.
  public var receivesUntilBack: Int
  /// From the sending of a message to the handler of a warm function, nanoseconds.
  public var latency: Distribution
}

/// Queues in order; limits are of the queue, or of a partition in high-throughput mode.
public struct FIFOQueueRule: Equatable, Sendable {
  /// Messages received and not deleted at a time.
  public var inFlight: Int
  /// Calls of one kind, per second.
  public var calls: Double
  /// Messages in calls of one kind, per second.
  public var messages: Double
  /// The parts of a queue in high-throughput mode, each with these limits.
  public var partitions: Int
  /// From the sending of a message to the handler of a warm function, nanoseconds.
  public var latency: Distribution
}
