public import Simulation

/// How a queue drives a function: an event-source mapping, whose pollers receive messages and invoke the function with them.
public struct MappingPlan: Sendable, BitwiseCopyable {
  /// The number from which its draws derive.
  public var key: UInt64
  /// The queue, the function, and the flow under which the function's books count the batches.
  public var queue: UInt32
  /// See ``queue``.
  public var function: UInt32
  /// See ``queue``.
  public var flow: UInt32
  /// Messages in one invocation at most, and their bytes.
  public var batchSize: UInt32 = 10
  /// See ``batchSize``.
  public var batchBytes = Int64.max
  /// How long messages are gathered for a batch after its first, and the lane of that.
  public var window: Nanoseconds = 0
  /// See ``window``.
  public var windowLane: Int32 = -1
  /// How long a received message is hidden, more than ``window``.
  public var visibility: Nanoseconds = 30 * .second
  /// Whether the function says which of its messages failed.
  public var reportsFailures = false
  /// Which messages are handed on; the others are deleted.
  public var filter = ItemFilterPlan()

  /// Invocations at a time: from the beginning and after a time without many, when nothing has come for twice that time, and at most.
  public var start: Int64 = .max
  /// See ``start``.
  public var least: Int64 = .max
  /// See ``start``.
  public var most: Int64 = .max
  /// After which time more invocations at a time than ``start`` are given up.
  public var idleAfter = Nanoseconds.never
  /// The time in which one invocation at a time is added while messages remain; 0 where none is added.
  public var rampEvery: Nanoseconds = 0
  /// What is left of the invocations at a time after an error or throttle, and how often at most.
  public var backOff = 1.0
  /// See ``backOff``.
  public var backOffEvery: Nanoseconds = .second
  /// The first and the longest time before a batch that was throttled is tried again; it doubles between.
  public var retryBase: Nanoseconds = .second
  /// See ``retryBase``.
  public var retryCap: Nanoseconds = .second
  /// How many pollers wait for messages when none come, and how long a poll of an empty queue lasts.
  public var idlePollers: Int64 = 0
  /// See ``idlePollers``.
  public var longPoll: Nanoseconds = 20 * .second

  /// Invocations at a time of one poller that is set aside for the mapping; 0 where it shares the platform's.
  public var perPoller: Int64 = 0
  /// The least time between two polls of one such poller, in the mean.
  public var pollTime: Nanoseconds = 0
  /// The time that such a poller takes for a megabyte (1,048,576 bytes).
  public var megabyteTime: Nanoseconds = 0

  /// A mapping without limits.
  public init(key: UInt64, queue: UInt32, function: UInt32, flow: UInt32) {
    self.key = key
    self.queue = queue
    self.function = function
    self.flow = flow
  }

  /// How many pollers it takes for so many invocations at a time.
  func pollers(for limit: Int64) -> Int64 { perPoller == 0 ? 0 : (limit + perPoller - 1) / perPoller }
}
