/// How a queue drives a function.
public struct QueueTrigger: Equatable, Sendable {
  /// Messages in one invocation at most, at least 1.
  public var batchSize: Int
  /// For how long messages are gathered for a batch, nanoseconds, from 0.
  public var window: Int64
  /// Invocations at a time at most; nil: as many as the mapping reaches.
  public var maximumConcurrency: Int?
  /// Pollers set aside for this mapping; nil: it shares the platform's.
  public var provisionedPollers: Pollers?
  /// Whether an invocation may say which of its messages failed.
  public var reportBatchItemFailures: Bool
  /// Which messages are handed on, the others are deleted; nil: all.
  public var filter: ItemFilter?

  /// Pollers set aside for one mapping.
  public struct Pollers: Equatable, Sendable {
    /// How many are there always, at least 1.
    public var min: Int
    /// How many there are at most, at least `min`.
    public var max: Int

    /// A range of pollers.
    public init(min: Int, max: Int) {
      self.min = min
      self.max = max
    }
  }

  /// A mapping from its parts.
  public init(
    batchSize: Int, window: Int64 = 0, maximumConcurrency: Int? = nil, provisionedPollers: Pollers? = nil,
    reportBatchItemFailures: Bool = false, filter: ItemFilter? = nil
  ) {
    self.batchSize = batchSize
    self.window = window
    self.maximumConcurrency = maximumConcurrency
    self.provisionedPollers = provisionedPollers
    self.reportBatchItemFailures = reportBatchItemFailures
    self.filter = filter
  }
}
