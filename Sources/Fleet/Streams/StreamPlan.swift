public import Simulation
public import Variates

/// What a stream is to the simulation: shards that take records in, and the readers that get copies of them; times in nanoseconds.
public struct StreamPlan: Sendable, BitwiseCopyable {
  /// The number from which its draws derive.
  public var key: UInt64
  /// Shards at the start, at least 1.
  public var shards: UInt32 = 1
  /// How long a record is kept.
  public var retention = Nanoseconds.never
  /// The largest record, in bytes.
  public var maxRecordSize = Int64.max
  /// The bytes for which a record counts as one more unit of payload, by which it is billed.
  public var unitBytes: Int64 = 25 << 10

  /// Records and bytes per second that a shard takes in; the greatest number where there is no such limit.
  public var writeRecords = Int64.max
  /// See ``writeRecords``.
  public var writeBytes = Int64.max

  /// Bytes per second and calls per second that a shard gives to all polls together; the greatest number where there is no such limit.
  public var readBytes = Int64.max
  /// See ``readBytes``.
  public var readCalls = Int64.max
  /// Bytes and records of one answer at most.
  public var answerBytes = Int64.max
  /// See ``answerBytes``.
  public var answerRecords = UInt32.max
  /// The time between two polls of a shard by one reader while nothing is there, more than 0.
  public var pollEvery = Nanoseconds.second
  /// From a poll to the function that gets its answer.
  public var overhead = Sampler(constant: 0)

  /// Whether the number of shards follows what is written: it bears ``headroom`` times the peak up to ``within`` ago.
  public var followsDemand = false
  /// See ``followsDemand``.
  public var headroom = 2.0
  /// See ``followsDemand``.
  public var within = Nanoseconds.never

  /// The range of its changes of the number of shards among ``Blueprint/reshards``, in order of time.
  public var firstReshard: UInt32 = 0
  /// See ``firstReshard``.
  public var reshards: UInt32 = 0
  /// The range of its consumers among ``Blueprint/consumers``.
  public var firstConsumer: UInt32 = 0
  /// See ``firstConsumer``.
  public var consumers: UInt32 = 0
  /// What goes wrong with it on purpose.
  public var faults = FaultRange.none
  /// Whether a chain of functions that set each other off is followed through it.
  public var keepsChain = true
  /// How many records are there at the start, and the source whose distributions say what they carry.
  public var initial: Int64 = 0
  /// See ``initial``.
  public var initialSource: UInt32 = 0

  /// A stream of one shard without limits.
  public init(key: UInt64) { self.key = key }
}

/// A change of a stream's number of shards.
public struct Reshard: Sendable, BitwiseCopyable {
  /// When the new shards are there, in nanoseconds.
  public var at: Nanoseconds
  /// How many there are then, at least 1.
  public var shards: UInt32

  /// A change from its parts.
  public init(at: Nanoseconds, shards: UInt32) {
    self.at = at
    self.shards = shards
  }
}
