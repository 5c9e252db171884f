public import Simulation

/// A circuit breaker: lets nothing through for a while after what it watches has failed too often.
///
/// - Source: M. Nygard, Release It!, "Circuit Breaker".
public struct BreakerPlan: Sendable, BitwiseCopyable {
  /// It opens after so many failures of attempts, at least 1.
  public var failures: UInt32
  /// Only failures within this time count, in nanoseconds.
  public var within: Nanoseconds
  /// For how long it stays open, in nanoseconds.
  public var open: Nanoseconds
  /// How many attempts it then lets through before it closes, at least 1; the first that fails opens it again.
  public var probes: UInt32
  /// Whether it is one for all instances, instead of one for each.
  public var isShared: Bool
  /// Its place: among the shared breakers, or among those of an instance.
  public var slot: UInt32

  /// A breaker.
  public init(failures: UInt32, within: Nanoseconds, open: Nanoseconds, probes: UInt32 = 1, isShared: Bool = false, slot: UInt32) {
    self.failures = failures
    self.within = within
    self.open = open
    self.probes = probes
    self.isShared = isShared
    self.slot = slot
  }
}

/// Where one breaker stands; that it is half open is found out when the next attempt comes.
struct BreakerState: BitwiseCopyable {
  var isOpen = false
  /// How long nothing passes, where it is open.
  var openUntil: Nanoseconds = 0
  /// How often it has opened: tells the probes of one half-open time from those of another.
  var openings: UInt32 = 0
  /// Half open: attempts on their way, and those that went well.
  var probing: UInt32 = 0
  var passed: UInt32 = 0
  /// Closed: the failures that count, oldest first.
  var firstFailure = BreakerFailure.none
  var lastFailure = BreakerFailure.none
  var failures: UInt32 = 0
}

/// A failure that a closed breaker remembers.
struct BreakerFailure: BitwiseCopyable {
  var at: Nanoseconds
  var next = BreakerFailure.none

  static var none: UInt32 { .max }
}

/// Whether a breaker lets an attempt through.
enum BreakerPass {
  case refused
  case closed
  /// As a probe of the half-open time with this number.
  case probe(UInt32)
}
