/// How a stream drives a function: the event source mapping.
public struct StreamMappingRules: Equatable, Sendable {
  /// Records in one invocation.
  public var batchSize: SettingRule<Int>
  /// For how long records are gathered, nanoseconds.
  public var window: SettingRule<Int64>
  /// Batches of one shard at a time.
  public var parallelizationFactor: SettingRule<Int>
  /// Retries of a batch at most, where they are limited.
  public var retries: Int
  /// The range of `maximumRecordAge`, nanoseconds.
  public var recordAge: SettingRule<Int64>
  /// The window of carried state, nanoseconds.
  public var tumblingWindow: SettingRule<Int64>
  /// The wait before the first retry, doubled for each further one, nanoseconds.
  public var retryBase: Int64
  /// The longest such wait, nanoseconds.
  public var retryCap: Int64
  /// The size of what a destination is told of a batch that was given up, bytes.
  public var notice: Int64
}
