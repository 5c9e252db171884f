public import Variates

/// The streams of a platform, and how they drive functions.
public struct StreamRules: Equatable, Sendable {
  /// Kinesis data streams; nil: not offered.
  public var kinesis: StreamKindRule?
  /// The streams of DynamoDB tables; nil: not offered.
  public var dynamodb: StreamKindRule?
  /// What one shard takes in.
  public var write: ShardWriteRule
  /// What one shard gives to all polls together.
  public var read: ShardReadRule
  /// Reading by a push of one's own; nil: not offered.
  public var enhanced: EnhancedFanOutRule?
  /// Streams that follow what is written; nil: not offered.
  public var onDemand: OnDemandRule?
  /// Changes of the number of shards.
  public var reshard: ReshardRule
  /// How a stream drives a function.
  public var mapping: StreamMappingRules

  /// The rule of a kind of stream; nil: not offered.
  public func rule(_ kind: StreamSpec.Kind) -> StreamKindRule? {
    switch kind {
    case .kinesis: kinesis
    case .dynamodb: dynamodb
    }
  }
}

/// One kind of stream.
public struct StreamKindRule: Equatable, Sendable {
  /// For how long a record is kept, nanoseconds.
  public var retention: SettingRule<Int64>
  /// The largest record, bytes.
  public var recordSize: SettingRule<Int64>
  /// Polls of each shard by one reader while nothing is there, per second.
  public var polls: Double
  /// From the answer of a poll to the handler of a warm function, nanoseconds.
  public var overhead: Distribution
  /// Readers that a shard bears before it throttles; nil: limited by `read` alone.
  public var readers: Int?
}

/// What one shard takes in.
public struct ShardWriteRule: Equatable, Sendable {
  /// Bytes per second.
  public var bandwidth: Double
  /// Records per second.
  public var records: Double
  /// The bytes for which a record counts as one more unit of payload on the bill.
  public var unit: Int64
}

/// What one shard gives to all polls together.
public struct ShardReadRule: Equatable, Sendable {
  /// Bytes per second.
  public var bandwidth: Double
  /// Polls per second.
  public var calls: Double
  /// The largest answer of a poll, bytes.
  public var size: Int64
  /// Records in the answer of a poll at most.
  public var records: Int
}

/// Reading by a push of one's own.
public struct EnhancedFanOutRule: Equatable, Sendable {
  /// What a shard gives to each such reader, bytes per second.
  public var bandwidth: Double
  /// From the writing of a record to the handler of a warm function, nanoseconds.
  public var latency: Distribution
}

/// Streams that follow what is written.
public struct OnDemandRule: Equatable, Sendable {
  /// Shards at the start.
  public var shards: Int
  /// It bears so many times its peak so far.
  public var headroom: Double
  /// Growth beyond `headroom` within this time is throttled, nanoseconds.
  public var within: Int64
  /// For how long a peak counts, nanoseconds.
  public var memory: Int64
}

/// Changes of the number of shards.
public struct ReshardRule: Equatable, Sendable {
  /// How long one takes, nanoseconds.
  public var takes: Int64
  /// The largest new number by the old one.
  public var growth: Double
  /// The smallest new number by the old one.
  public var shrinkage: Double
  /// Changes within any 24 h at most.
  public var perDay: Int
}
