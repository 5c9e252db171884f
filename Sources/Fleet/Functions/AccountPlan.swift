public import Simulation
public import Variates

/// What all functions of an account share.
///
/// Limits that do not exist are nil.
public struct AccountPlan: Sendable {
  /// The concurrency that is left for functions without reserved concurrency, before provisioned concurrency is taken from it.
  public var sharedConcurrency: Int64?
  /// The requests per second of the account.
  public var requestRate: TokenBucket?
  /// The requests per second of each function with reserved concurrency, for each unit of it.
  public var requestsPerUnit: Int64?
  /// How fast each function may start instances.
  public var functionScaling: TokenBucket?
  /// How fast the account may start instances, under the legacy rule.
  public var accountScaling: TokenBucket?

  /// How fast containers are launched, by kind.
  public var launches: [TokenBucket] = []

  /// An account without limits.
  public init() {}
}

/// Provisioned concurrency of one function over a run; times in nanoseconds.
public struct ProvisionedPlan: Sendable {
  /// The function.
  public var function: UInt32
  /// What is allocated when the run begins.
  public var initial: Int64
  /// Later changes, in order of time.
  public var changes: [(at: Nanoseconds, count: Int64)] = []
  /// Target tracking, where it decides.
  public var tracking: TargetTracking?
  /// The time before allocation begins, and how many are allocated a minute; nothing is usable before all are there.
  public var delay: Sampler
  /// See ``delay``.
  public var perMinute: Int64
  /// Requests per second for each provisioned unit, beyond which requests spill over; nil for no limit.
  public var requestsPerUnit: Int64?

  /// A fixed number.
  public init(function: UInt32, initial: Int64, delay: Sampler, perMinute: Int64) {
    self.function = function
    self.initial = initial
    self.delay = delay
    self.perMinute = perMinute
  }
}

/// Target tracking of provisioned concurrency: utilisation is looked at each minute and acted on when it was off for long enough.
///
/// - Source: Application Auto Scaling, target tracking on ProvisionedConcurrencyUtilization.
public struct TargetTracking: Sendable {
  /// The utilisation to be held, from 0 to 1.
  public var utilization: Double
  /// The least and the most that is allocated.
  public var minimum: Int64
  /// See ``minimum``.
  public var maximum: Int64
  /// For how long utilisation must be above the target before more is allocated, in nanoseconds.
  public var scaleOutAfter: Nanoseconds
  /// For how long it must be below nine tenths of the target before less is.
  public var scaleInAfter: Nanoseconds

  /// A rule.
  public init(utilization: Double, minimum: Int64, maximum: Int64, scaleOutAfter: Nanoseconds, scaleInAfter: Nanoseconds) {
    self.utilization = utilization
    self.minimum = minimum
    self.maximum = maximum
    self.scaleOutAfter = scaleOutAfter
    self.scaleInAfter = scaleInAfter
  }
}
