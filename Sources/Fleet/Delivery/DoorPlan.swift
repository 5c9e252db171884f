public import Simulation
public import Variates

/// What a front door is to the simulation: it takes a request in, calls what stands behind it, and answers.
public struct DoorPlan: Sendable, BitwiseCopyable {
  /// The function or service behind it.
  public var target: Target
  /// After which time it gives up on that, in nanoseconds; `never` where it does not.
  public var timeout = Nanoseconds.never
  /// The lane of ``timeout``; -1 where it has none.
  public var timeoutLane: Int32 = -1
  /// Its own limit of requests.
  public var throttle: TokenBucket?
  /// Whether it also takes from the bucket that all such doors share.
  public var sharesThrottle = false
  /// Its own time for each request, in nanoseconds: half of it before what stands behind, half after.
  public var latency = Sampler(constant: 0)
  /// The largest request and the largest answer, in bytes.
  public var requestLimit = Int64.max
  /// See ``requestLimit``.
  public var answerLimit = Int64.max

  /// What goes wrong with it on purpose.
  public var faults = FaultRange.none
  /// The bytes of a request that are billed as one unit; the greatest number where each request is one, whatever its size.
  public var unit = Int64.max

  /// A door without limits or latency.
  public init(to target: Target) { self.target = target }

  /// The units as which a request is billed.
  func units(of size: Int64) -> Int64 { size <= unit ? 1 : (size - 1) / unit + 1 }
}
