public import Simulation
public import Variates

/// What takes items in and pushes a copy of each to everything that subscribes: a topic, a bus, a bucket or a schedule.
public struct BrokerPlan: Sendable, BitwiseCopyable {
  /// From the moment at which the sender begins to hand an item over to its arrival at a subscriber, in nanoseconds.
  public var latency = Sampler(constant: 0)
  /// Whether ``latency`` counts from acceptance instead.
  public var countsFromAcceptance = false
  /// The range of those that subscribe, among ``Blueprint/subscriptions``.
  public var firstSubscription: UInt32 = 0
  /// See ``firstSubscription``.
  public var subscriptions: UInt32 = 0
  /// The largest item that it accepts, in bytes.
  public var payloadLimit = Int64.max
  /// How many items it accepts; more are refused.
  public var acceptRate: TokenBucket?
  /// For a bucket: how many objects can be fetched; more are refused.
  public var fetchRate: TokenBucket?
  /// How many deliveries it makes; more wait.
  public var deliveryRate: TokenBucket?
  /// What goes wrong with it on purpose.
  public var faults = FaultRange.none
  /// Whether a chain of functions that set each other off is followed through it.
  public var keepsChain = true
  /// The size of the notice that is delivered in place of what it accepts, in bytes; -1 where that itself is delivered.
  public var notice: Int64 = -1
  /// The bytes that are billed as one unit.
  public var unit: Int64 = 65_536

  /// A broker without limits or latency.
  public init() {}
}

/// One way from a broker to something that takes items in.
public struct SubscriptionPlan: Sendable, BitwiseCopyable {
  /// Where from, and where to.
  public var broker: UInt32
  /// See ``broker``.
  public var target: Target
  /// What is delivered.
  public var filter = ItemFilterPlan()
  /// When a refused delivery is tried again.
  public var retry = RetryPlan(retries: 0)
  /// What gets an item that could not be delivered.
  public var deadLetter: Target?
  /// Whether items of one key are delivered in the order in which they came, each after the one before.
  public var isOrdered = false
  /// What of the broker's latency this subscriber does not have, in nanoseconds: a function's own dispatch, where it is none.
  public var spared: Nanoseconds = 0
  /// Whether the broker's latency holds that of the subscriber, which is a queue.
  public var holdsOwn = false
  /// What tells this subscription's copies from those of others.
  public var salt: UInt64

  /// A subscription of which the rest is set by name.
  public init(from broker: UInt32, to target: Target, salt: UInt64) {
    self.broker = broker
    self.target = target
    self.salt = salt
  }
}
