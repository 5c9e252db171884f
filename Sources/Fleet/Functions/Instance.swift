import Simulation
import Variates

/// One execution environment of a function.
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
  /// Whether it stands in the pool of those with a free place.
  var isPooled = false
  /// Whether it is provisioned.
  var isProvisioned = false
  /// Whether it has come to its end, as far as counts go; its record stays while it stands in the pool.
  var isRetired = false
  /// Whether it must initialise before it serves the next request.
  var needsInit = false
  /// Whether it was idle for so long that it must be thawed before it serves the request that it has just taken.
  var isFrozen = false
  /// Whether it is provisioned capacity that is to be given up when it falls idle.
  var isSurplus = false

  /// When it was asked for.
  var createdAt: Nanoseconds
  /// When it last became idle, or busy after having been idle.
  var changedAt: Nanoseconds = 0
  /// When it expires if it stays idle.
  var expiresAt = Nanoseconds.never
  /// The latest end of its life.
  var endOfLife = Nanoseconds.never
  /// What its initialisation took, as far as it is still to be billed with an invocation.
  var unbilledInit: Nanoseconds = 0

  static var none: UInt32 { .max }

  /// Whether it takes no further request: beyond the end of its life, or to be given up.
  @inline(__always)
  func isOver(at now: Nanoseconds) -> Bool { isRetired || isSurplus || endOfLife <= now }

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
      isFrozen = now &- changedAt > thawAfter && uses > 1
      changedAt = now
    }
    return !(isFrozen || needsInit || uses == 1)
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
