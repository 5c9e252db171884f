import Simulation
import Variates

/// One execution environment of a function: one cache line.
struct Instance: BitwiseCopyable {
  /// The function that it runs.
  var function: UInt32
  /// Which one of the function's instances it is, in the order in which they were started.
  var ordinal: UInt32
  /// The number from which its draws derive.
  var key: UInt64

  /// Neighbours or children in the pool, as the pick order uses them.
  var next = Instance.none
  var other = Instance.none

  /// How many requests it serves.
  var active: Int32 = 0
  /// How many it has begun to serve.
  var uses: UInt32 = 0
  /// What is so and what is not.
  private var traits: Traits = []

  /// When it last became idle, or busy after having been idle.
  var changedAt: Nanoseconds = 0
  /// When it expires if it stays idle.
  var expiresAt = Nanoseconds.never
  /// The latest end of its life.
  var endOfLife = Nanoseconds.never

  static var none: UInt32 { .max }

  private struct Traits: OptionSet, BitwiseCopyable {
    var rawValue: UInt8
    static var pooled: Traits { Traits(rawValue: 1) }
    static var provisioned: Traits { Traits(rawValue: 2) }
    static var retired: Traits { Traits(rawValue: 4) }
    static var needsInit: Traits { Traits(rawValue: 8) }
    static var frozen: Traits { Traits(rawValue: 16) }
    static var surplus: Traits { Traits(rawValue: 32) }

    @inline(__always)
    mutating func set(_ trait: Traits, to isSet: Bool) { if isSet { insert(trait) } else { remove(trait) } }
  }

  init(function: UInt32, ordinal: UInt32, key: UInt64) {
    self.function = function
    self.ordinal = ordinal
    self.key = key
  }

  /// Whether it stands in the pool of those with a free place.
  var isPooled: Bool {
    get { traits.contains(.pooled) }
    set { traits.set(.pooled, to: newValue) }
  }

  /// Whether it is provisioned.
  var isProvisioned: Bool {
    get { traits.contains(.provisioned) }
    set { traits.set(.provisioned, to: newValue) }
  }

  /// Whether it has come to its end, as far as counts go; its record stays while it stands in the pool.
  var isRetired: Bool {
    get { traits.contains(.retired) }
    set { traits.set(.retired, to: newValue) }
  }

  /// Whether it must initialise before it serves the next request.
  var needsInit: Bool {
    get { traits.contains(.needsInit) }
    set { traits.set(.needsInit, to: newValue) }
  }

  /// Whether it was idle for so long that it must be thawed before it serves the request that it has just taken.
  var isFrozen: Bool {
    get { traits.contains(.frozen) }
    set { traits.set(.frozen, to: newValue) }
  }

  /// Whether it is provisioned capacity that is to be given up when it falls idle.
  var isSurplus: Bool {
    get { traits.contains(.surplus) }
    set { traits.set(.surplus, to: newValue) }
  }

  /// Whether it takes no further request: beyond the end of its life, or to be given up.
  @inline(__always)
  func isOver(at now: Nanoseconds) -> Bool { !traits.isDisjoint(with: [.retired, .surplus]) || endOfLife <= now }

  /// Whether an instance of the pool takes no further request: over, or expired while idle.
  ///
  /// Only in the pool does ``expiresAt`` tell of the present idle time; that of an instance that has just been freed is of the last.
  @inline(__always)
  func isSpent(at now: Nanoseconds) -> Bool { isOver(at: now) || (active == 0 && expiresAt <= now) }

  /// Takes up a request for which it has a place.
  ///
  /// - Parameter isHandedOver: whether it goes on to it from another without falling idle.
  /// - Returns: whether there is nothing special about it: not the first, no initialisation to be done, not frozen.
  @inline(__always)
  mutating func use(at now: Nanoseconds, thawAfter: Nanoseconds, isHandedOver: Bool) -> Bool {
    uses &+= 1
    if active == 1 && !isHandedOver {
      if now &- changedAt > thawAfter && uses > 1 { isFrozen = true }
      changedAt = now
    }
    return traits.isDisjoint(with: [.frozen, .needsInit]) && uses != 1
  }

  /// Becomes idle.
  ///
  /// - Returns: whether it lives on; false where the end of its life has come.
  @inline(__always)
  mutating func fallIdle(at now: Nanoseconds, for keepAlive: Nanoseconds) -> Bool {
    changedAt = now
    expiresAt = min(now &+ keepAlive, endOfLife)
    return endOfLife > now
  }
}

/// What only the beginning and the end of an instance's life need.
struct InstanceBirth: BitwiseCopyable {
  /// When it was asked for.
  let at: Nanoseconds
  /// What its initialisation took, as far as it is still to be billed with an invocation.
  var unbilledInit: Nanoseconds = 0
  /// What it handed on last for want of time; 0 for nothing.
  var handedOn: UInt64 = 0

  init(at now: Nanoseconds) { at = now }
}
