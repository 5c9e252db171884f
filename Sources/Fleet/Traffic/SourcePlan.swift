public import Simulation
public import Variates

/// What a traffic source is to the simulation: flat, times in nanoseconds, rates in arrivals per nanosecond.
public struct SourcePlan: Sendable, BitwiseCopyable {
  /// How a source's arrivals come about.
  public enum Kind: UInt8, Sendable, BitwiseCopyable {
    /// At a rate that follows a curve of segments.
    case curve
    /// At a rate that switches between two levels after exponential times.
    case onOff
    /// At times that are listed.
    case times
    /// At equal distances, some at a time.
    case periodic
    /// As many as are listed in each interval.
    case counts
    /// By users who think, ask and wait for the answer.
    case users
  }

  /// How arrivals lie about their rate.
  public enum Process: UInt8, Sendable, BitwiseCopyable {
    /// Independent of one another.
    case poisson
    /// At equal distances in a constant rate.
    case uniform
    /// With gamma-distributed distances in a constant rate.
    case gamma
  }

  /// How its arrivals come about.
  public var kind: Kind
  /// How they lie about the rate.
  public var process = Process.poisson
  /// The function that it sends to.
  public var function: UInt32
  /// The number from which its draws derive: a hash of its name and the seed.
  public var key: UInt64
  /// The range of what its kind reads: segments, times or counts; the client's place for `client`.
  public var first: UInt32 = 0
  /// See ``first``.
  public var count: UInt32 = 0
  /// For a curve: 0 where it does not repeat.
  ///
  /// For periodic arrivals and counts: the length of an interval.
  public var period: Nanoseconds = 0
  /// For periodic arrivals: how many each time.
  ///
  /// For users: how many there are.
  public var batch: UInt32 = 1
  /// For counts: whether an interval's arrivals lie at equal distances instead of at random.
  public var isEven = false
  /// For times and counts: by how much each count is multiplied.
  public var replay = 1.0
  /// For gamma arrivals: a distance at rate 1; for users: the time to think; for a warmer's pings: the time that a ping takes.
  public var sampler = Sampler(constant: 0)
  /// For on/off: the two rates, then the mean times at them.
  public var onRate = 0.0
  /// See ``onRate``.
  public var offRate = 0.0
  /// See ``onRate``.
  public var onTime = 0.0
  /// See ``onRate``.
  public var offTime = 0.0
  /// Where the durations that the trace gives for each arrival begin; `UInt32.max` where it gives none.
  public var durations = UInt32.max
  /// Whether its arrivals are the pings of a warmer.
  public var isWarmer = false
  /// The client's place among the clients; -1 for a caller that neither gives up nor tries again.
  public var client: Int32 = -1
  /// The kinds of its items, as numbers; nil where it names none.
  public var kinds: Sampler?
  /// The largest request that is accepted, in bytes; the greatest number where no item can be larger.
  public var payloadLimit = Int64.max
  /// The size of its items in bytes.
  public var size = Sampler(constant: 0)
  /// The keys of its items, as numbers; nil where each item is its own.
  public var keys: Sampler?
  /// Where its requests go, if not plainly to ``function``: where they are followed as items, or go to something else.
  public var target: Target?
  /// Whether what its requests set off goes on after their answer, so that they end when all of it has.
  public var isFollowed = false
  /// Whether ``handover`` is ever more than 0.
  public var hasHandover = false
  /// How long handing a request over takes, where it goes to a part of the platform that only takes it in.
  public var handover = Sampler(constant: 0)
  /// What each byte of it adds to that, in nanoseconds.
  public var transfer = 0.0

  /// A source of which the rest is set by name.
  public init(kind: Kind, function: UInt32, key: UInt64) {
    self.kind = kind
    self.function = function
    self.key = key
  }
}

/// A piece of a rate curve, along which the rate changes evenly.
public struct RateSegment: Sendable, BitwiseCopyable {
  /// Nanoseconds; the last segment of a curve that does not repeat goes on for ever at its final rate.
  public var length: Double
  /// Arrivals per nanosecond at its beginning.
  public var from: Double
  /// Arrivals per nanosecond at its end.
  public var to: Double

  /// A piece of a curve.
  public init(length: Double, from: Double, to: Double) {
    self.length = length
    self.from = from
    self.to = to
  }

  /// How many arrivals are expected in it.
  public var expected: Double { length * (from + to) / 2 }
}

/// How a caller behaves: when it gives up, and when it tries again.
public struct ClientPlan: Sendable, BitwiseCopyable {
  /// How the time before the next attempt is made.
  ///
  /// - Source: M. Brooker, Exponential Backoff and Jitter, AWS Architecture Blog, 2015; aws-samples/aws-arch-backoff-simulator.
  public enum Backoff: UInt8, Sendable, BitwiseCopyable {
    /// No time at all.
    case none
    /// A drawn time.
    case constant
    /// base 2^(n-1), at most the cap, before retry n.
    case exponential
    /// From 0 to that, with equal chances.
    case fullJitter
    /// Half of that, and up to as much again.
    case equalJitter
    /// From the base to three times the last one, at most the cap.
    case decorrelated
  }

  /// How long it waits for an answer; `never` for a caller that does not give up.
  public var timeout = Nanoseconds.never
  /// The lane of ``timeout``.
  public var timeoutLane: Int32 = -1
  /// The most attempts, the first among them.
  public var attempts: UInt32 = 1
  /// Whether it tries again after a throttle, after an error, after a timeout of its own or of the function.
  public var retriesThrottle = true
  /// See ``retriesThrottle``.
  public var retriesError = true
  /// See ``retriesThrottle``.
  public var retriesTimeout = true
  /// How the time before the next attempt is made.
  public var backoff = Backoff.none
  /// The least and the greatest of it, in nanoseconds.
  public var base: Nanoseconds = 0
  /// See ``base``.
  public var cap: Nanoseconds = .never
  /// The drawn time of a constant back-off.
  public var pause = Sampler(constant: 0)

  /// A caller that waits for its answer and does not try again.
  public init() {}

  /// Whether it tries again after a loss.
  func retries(_ loss: Loss) -> Bool {
    switch loss {
    case .throttle: retriesThrottle
    case .clientTimeout: retriesTimeout
    case .payloadTooLarge, .recursion, .circuitOpen: false
    default: retriesError
    }
  }
}
