public import Simulation

/// One thing that goes wrong with one element on purpose, for a while.
public struct FaultPlan: Sendable, BitwiseCopyable {
  /// What goes wrong.
  public enum Kind: UInt8, Sendable, BitwiseCopyable {
    /// It refuses everything, as a server's error does.
    case outage
    /// It takes no more than ``FaultPlan/rate`` and throttles the rest.
    case throttle
    /// Its own times are ``FaultPlan/factor`` times as long.
    case latency
    /// The next ``FaultPlan/count`` items that come to it fail at every attempt.
    case poison
  }

  /// What goes wrong.
  public var kind: Kind
  /// When it begins and when it is over, in nanoseconds; `never` for poison, which ends with its count.
  public var from: Nanoseconds
  /// See ``from``.
  public var until: Nanoseconds
  /// For a throttle: what passes; nil for nothing.
  public var rate: TokenBucket?
  /// For a latency: the factor.
  public var factor = 1.0
  /// For poison: how many items.
  public var count: UInt32 = 0

  /// A fault of which the rest is set by name.
  public init(_ kind: Kind, from: Nanoseconds, until: Nanoseconds = .never) {
    self.kind = kind
    self.from = from
    self.until = until
  }
}

/// The faults of one element: a range of ``Blueprint/faults``, in order of their beginnings.
public struct FaultRange: Sendable, BitwiseCopyable {
  /// The place of the first.
  public var first: UInt32
  /// How many there are.
  public var count: UInt32

  /// No faults.
  public static var none: FaultRange { FaultRange(first: 0, count: 0) }

  /// A range.
  public init(first: UInt32, count: UInt32) {
    self.first = first
    self.count = count
  }

  /// Whether there are none.
  public var isEmpty: Bool { count == 0 }
}

/// That a function is deployed anew: all its instances are new after it.
public struct DeployPlan: Sendable, BitwiseCopyable {
  /// The function.
  public var function: UInt32
  /// When, in nanoseconds.
  public var at: Nanoseconds

  /// A deployment.
  public init(of function: UInt32, at: Nanoseconds) {
    self.function = function
    self.at = at
  }
}
