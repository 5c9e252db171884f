public import Simulation
public import Variates

/// What a queue is to the simulation: flat and complete, times in nanoseconds.
public struct QueuePlan: Sendable, BitwiseCopyable {
  /// In which order messages are received.
  public enum Order: UInt8, Sendable, BitwiseCopyable {
    /// About as they came.
    case standard
    /// Messages of quiet keys first, keys with messages in work in turns.
    case fair
    /// As they came for each key, one batch of a key at a time.
    case fifo
  }

  /// The number from which its own draws derive.
  public var key: UInt64
  /// In which order messages are received.
  public var order = Order.standard
  /// How long a new message is held back.
  public var delay: Nanoseconds = 0
  /// How long it takes from the moment at which the sender begins to hand it over until a poller that has nothing else to do hands it to a
  /// function; ``delay`` comes on top.
  public var latency = Sampler(constant: 0)
  /// Whether ``latency`` is ever more than 0.
  public var hasLatency = false
  /// Whether a chain of functions that set each other off is followed through it.
  public var keepsChain = true
  /// The lane of ``delay`` and ``latency`` together, where both are constant; -1 where there is none.
  public var lane: Int32 = -1
  /// How long a message is kept after it was sent first.
  public var retention = Nanoseconds.never
  /// The largest message, in bytes.
  public var maxMessageSize = Int64.max
  /// How many messages may be received and not deleted at a time.
  public var inFlight = Int64.max
  /// The chance that a receive is answered twice.
  public var duplicates = 0.0
  /// How often a message may be received before it goes to ``deadLetter``; the greatest number where there is none.
  public var maxReceiveCount = UInt32.max
  /// The queue that takes what was received too often; `UInt32.max` where there is none.
  public var deadLetter = UInt32.max
  /// From how many receives on a message that comes back goes behind all others, instead of before them.
  public var receivesUntilBack = UInt32.max
  /// Calls that send, and messages in them, per time; nil where there is no such limit.
  public var calls: TokenBucket?
  /// See ``calls``.
  public var messages: TokenBucket?
  /// How many parts the limits hold for, each with keys of its own.
  public var partitions: UInt32 = 1
  /// How many messages one call sends, receives or deletes at most.
  public var callSize: UInt32 = 10
  /// The bytes for which a call counts as one more request.
  public var requestBytes: Int64 = 64 << 10
  /// What goes wrong with it on purpose.
  public var faults = FaultRange.none
  /// How many messages are there at the start, and the source whose distributions say what they carry.
  public var initial: Int64 = 0
  /// See ``initial``.
  public var initialSource: UInt32 = 0

  /// A standard queue without limits.
  public init(key: UInt64) { self.key = key }

  /// Whether its messages are kept by key.
  var isKeyed: Bool { order != .standard }

  /// How many requests a call with so many bytes counts for.
  func requests(of bytes: Int64) -> Int64 { max(1, (bytes + requestBytes - 1) / requestBytes) }
}
