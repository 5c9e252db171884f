/// How a stream drives a function.
public struct StreamTrigger: Equatable, Sendable {
  /// Records in one invocation at most, at least 1.
  public var batchSize: Int
  /// For how long records are gathered for a batch, nanoseconds, from 0.
  public var window: Int64
  /// Batches of one shard at a time, at least 1; records of a key stay in order.
  public var parallelizationFactor: Int
  /// Where reading begins.
  public var startingPosition: StartingPosition
  /// How often a failed batch is tried again at most; nil: until its records expire.
  public var retries: Int?
  /// The age at which records are given up, nanoseconds; nil: when they expire.
  public var maximumRecordAge: Int64?
  /// Whether a failed batch is tried again in two halves.
  public var bisectOnError: Bool
  /// Whether an invocation may say from which record on it failed.
  public var reportBatchItemFailures: Bool
  /// The window of which state is carried from batch to batch, nanoseconds; 0: none.
  public var tumblingWindow: Int64
  /// Whether it shares the shards' reads with others.
  public var fanOut: FanOut
  /// The queue, topic or bucket that is told of what was given up; nil: nobody is.
  public var onFailure: String?
  /// Which records are handed on, the others are passed over; nil: all.
  public var filter: ItemFilter?

  /// Where reading begins.
  public enum StartingPosition: String, Equatable, Hashable, Sendable, CaseIterable {
    /// At the oldest record that is there.
    case trimHorizon
    /// At what comes after the start.
    case latest
  }

  /// How records are read.
  public enum FanOut: String, Equatable, Hashable, Sendable, CaseIterable {
    /// By polls, which all readers of a shard share.
    case shared
    /// By a push of its own.
    case enhanced
  }

  /// A mapping from its parts.
  public init(
    batchSize: Int, window: Int64 = 0, parallelizationFactor: Int = 1, startingPosition: StartingPosition = .trimHorizon,
    retries: Int? = nil, maximumRecordAge: Int64? = nil, bisectOnError: Bool = false, reportBatchItemFailures: Bool = false,
    tumblingWindow: Int64 = 0, fanOut: FanOut = .shared, onFailure: String? = nil, filter: ItemFilter? = nil
  ) {
    self.batchSize = batchSize
    self.window = window
    self.parallelizationFactor = parallelizationFactor
    self.startingPosition = startingPosition
    self.retries = retries
    self.maximumRecordAge = maximumRecordAge
    self.bisectOnError = bisectOnError
    self.reportBatchItemFailures = reportBatchItemFailures
    self.tumblingWindow = tumblingWindow
    self.fanOut = fanOut
    self.onFailure = onFailure
    self.filter = filter
  }
}
