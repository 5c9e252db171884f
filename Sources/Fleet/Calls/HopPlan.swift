public import Simulation
public import Variates

/// A step that hands something to another part of the fleet, and how its caller goes about it.
public struct HopPlan: Sendable, BitwiseCopyable {
  /// Where it goes.
  public var target: Target
  /// When the caller gives up and when it tries again.
  public var caller = ClientPlan()
  /// How long handing over takes before the target has it.
  public var latency = Sampler(constant: 0)
  /// What each byte that is handed on adds to that, in nanoseconds.
  public var transfer = 0.0
  /// Whether all this is ever more than 0.
  public var hasLatency = false
  /// The size of what is handed on, in bytes; nil for the size of the item at hand.
  public var size: Sampler?
  /// The key of what is handed on; nil for that of the item at hand.
  public var key: Sampler?
  /// The kind of what is handed on; `UInt16.max` for that of the item at hand.
  public var kind = UInt16.max
  /// How many copies are handed on; nil for one, which stays the item that it is.
  public var count: Sampler?
  /// How long a queue holds it back, in nanoseconds; -1 where the queue's own delay holds.
  public var delay: Nanoseconds = -1
  /// The SDK that makes the attempts, in place of what ``caller`` says about retries; -1 where none does.
  public var sdk: Int32 = -1
  /// The breaker that watches over it; -1 where none does.
  public var breaker: Int32 = -1
  /// For what hands on a link: the bucket among the brokers in which the payload lies; `UInt16.max` for what hands on the payload.
  public var claim = UInt16.max
  /// What it does for an invocation that hands on what it has no time for.
  public var continues = Continuation.Part.none
  /// The function whose step it is.
  public var function: UInt32 = 0
  /// The size of the link, in bytes.
  public var link: Int64 = 0
  /// What tells the draws of its attempts from those of another hop of the same step.
  public var salt: UInt64 = 0

  /// Whether what happens to an attempt is remembered for later ones.
  @inline(__always) var isWatched: Bool { sdk >= 0 || breaker >= 0 }

  /// Whether handing over may begin before its time has come: it takes a time that is known, is one item, and no breaker or rate holds it
  /// back.
  ///
  /// Laid down with the plan's tables.
  var beginsAhead = false

  /// Whether it says what the item that is handed on carries.
  @inline(__always) var saysMore: Bool { size != nil || key != nil || kind != Item.noKind || claim != Item.noClaim }

  /// A hop of which the rest is set by name.
  public init(to target: Target) { self.target = target }
}
