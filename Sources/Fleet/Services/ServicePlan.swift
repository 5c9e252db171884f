public import Simulation
public import Variates

/// What a service is to the simulation: something outside that answers, at its own pace and within its own limits.
public struct ServicePlan: Sendable, BitwiseCopyable {
  /// What becomes of a request that meets a limit.
  public enum Excess: UInt8, Sendable, BitwiseCopyable {
    /// It is refused.
    case reject
    /// It waits in line.
    case queue
  }

  /// The number from which its draws derive.
  public var key: UInt64
  /// How long it takes to answer, in nanoseconds.
  public var latency: Sampler
  /// How many connections may be busy before the latency grows, and the share by which each further one makes it longer.
  public var growthFrom: Int64 = .max
  /// See ``growthFrom``.
  public var growth = 0.0
  /// Requests per time; nil where there is no such limit.
  public var rate: TokenBucket?
  /// See ``rate``.
  public var rateExcess = Excess.reject
  /// How many requests it works on at one time.
  public var connections = Int64.max
  /// See ``connections``.
  public var connectionExcess = Excess.reject
  /// Whether an instance keeps its connection from its first request until it ends, instead of a request until it is answered.
  public var isHeldByInstance = false
  /// How many requests may wait in line, and how long each at most.
  public var queueLength = Int64.max
  /// See ``queueLength``.
  public var queueWait = Nanoseconds.never
  /// How long a refusal takes.
  public var rejectLatency = Sampler(constant: 0)
  /// The size of what it answers, in bytes.
  public var answer = Sampler(constant: 0)
  /// The chance that it answers with an error, and that it never answers.
  public var error = 0.0
  /// See ``error``.
  public var stall = 0.0
  /// The range of its outages among ``Blueprint/outages``, in order of time.
  public var firstOutage: UInt32 = 0
  /// See ``firstOutage``.
  public var outages: UInt32 = 0
  /// What else goes wrong with it on purpose.
  public var faults = FaultRange.none

  /// A service without limits.
  public init(key: UInt64, latency: Sampler) {
    self.key = key
    self.latency = latency
  }
}

/// A stretch of time during which something is out of order.
public struct Outage: Sendable, BitwiseCopyable {
  /// When it begins and when it is over, in nanoseconds.
  public var from: Nanoseconds
  /// See ``from``.
  public var until: Nanoseconds
  /// Whether requests get no answer instead of a refusal.
  public var stalls = false

  /// A stretch of time.
  public init(from: Nanoseconds, until: Nanoseconds, stalls: Bool = false) {
    self.from = from
    self.until = until
    self.stalls = stalls
  }
}
