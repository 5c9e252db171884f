/// How a queue drives a function: the event source mapping, its pollers and their ramp.
public struct QueueMappingRules: Equatable, Sendable {
  /// Messages in one invocation.
  public var batchSize: SettingRule<Int>
  /// Messages in one invocation from a FIFO queue, at most; nil: FIFO queues drive no functions.
  public var fifoBatchSize: Int?
  /// The largest batch that needs no window.
  public var batchWithoutWindow: Int
  /// The shortest window of larger batches, nanoseconds.
  public var windowOfLargeBatch: Int64
  /// For how long messages are gathered, nanoseconds.
  public var window: SettingRule<Int64>
  /// The range of `maximumConcurrency`; nil: there is no such setting.
  public var maximumConcurrency: CountRange?
  /// How much longer than the function's timeout the visibility timeout should be.
  public var visibilityFactor: Double
  /// By how much the visibility timeout is above window and timeout together where it is shorter than both, nanoseconds.
  public var visibilityMargin: Int64
  /// For how long a poll of an empty queue waits, nanoseconds.
  public var longPoll: Int64
  /// Invocations at a time from the beginning.
  public var start: Int
  /// Invocations at a time added while messages remain, per second.
  public var added: Double
  /// Invocations at a time at most.
  public var most: Int
  /// Invocations at a time that it falls back to without traffic.
  public var least: Int
  /// After which time without traffic it falls back, nanoseconds.
  public var idleAfter: Int64
  /// What is left of the invocations at a time after an error or throttle, a factor below 1.
  public var backOff: Double
  /// How often it backs off at most, nanoseconds.
  public var backOffEvery: Int64
  /// When a batch that was throttled is tried again.
  public var retry: QueueRetryRule
  /// Pollers set aside; nil: there are none.
  public var provisioned: ProvisionedPollerRule?
}

/// When a batch that was throttled is tried again; the time doubles from try to try.
public struct QueueRetryRule: Equatable, Sendable {
  /// The first and the longest time, nanoseconds.
  public var base: Int64
  /// See ``base``.
  public var cap: Int64
}

/// A range of whole numbers.
public struct CountRange: Equatable, Sendable {
  /// The smallest.
  public var minimum: Int
  /// The largest.
  public var maximum: Int
}

/// Pollers that are set aside for one mapping.
public struct ProvisionedPollerRule: Equatable, Sendable {
  /// How many are there always.
  public var least: SettingRule<Int>
  /// How many there are at most.
  public var most: SettingRule<Int>
  /// Invocations at a time of one poller.
  public var invocations: Int
  /// Polls of one poller, per second.
  public var polls: Double
  /// What one poller carries, bytes per second.
  public var bandwidth: Double
  /// Invocations at a time added while messages remain, per second.
  public var added: Double
}
