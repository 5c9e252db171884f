public import Simulation
import Variates

/// How a function's SDK tries a hop to the platform's own services again.
///
/// An answer that tells of an error in a function is a success to it; throttles, what is out of order, and its own timeouts are not.
///
/// - Source: botocore, retries/standard, retries/quota, retries/adaptive; AWS SDKs and Tools Reference Guide, Retry behavior.
public struct SDKPlan: Sendable, BitwiseCopyable {
  /// The base of the wait after a throttle, in nanoseconds: before the n-th retry it is between 0 and min(cap, base 2^(n-1)).
  public var throttleBase: Nanoseconds
  /// The base of the wait after any other failure, in nanoseconds.
  public var transientBase: Nanoseconds
  /// The longest wait, in nanoseconds.
  public var cap = Nanoseconds.never
  /// How many retries it allows itself; nil for any number.
  public var quota: RetryQuota?
  /// The rate that it keeps to once it has been throttled; nil for none.
  public var rate: ClientRatePlan?
  /// The place of the called service's client among those that an instance of the function has.
  public var client: UInt32 = 0

  /// An SDK without quota and rate.
  public init(throttleBase: Nanoseconds, transientBase: Nanoseconds) {
    self.throttleBase = throttleBase
    self.transientBase = transientBase
  }

  /// Whether a hop that ended like this is tried again.
  func retries(_ loss: Loss) -> Bool { loss == .throttle || loss == .clientTimeout || loss == .unavailable }

  /// The wait before another attempt.
  ///
  /// - Parameter retry: the number of the retry, from 1.
  func pause(retry: UInt32, after loss: Loss, _ start: Draw) -> Nanoseconds {
    var draw = start
    return Nanoseconds(draw.uniform() * Double(ClientPlan.doubled(loss == .throttle ? throttleBase : transientBase, retry, cap: cap)))
  }
}

/// A bucket of tokens for retries that each client of an instance has.
///
/// - Source: botocore, retries/quota and retries/standard.
public struct RetryQuota: Sendable, BitwiseCopyable {
  /// What it holds at most and at the start.
  public var capacity: Int32
  /// What a retry takes after a throttle, after its own timeout, and after any other failure; a success gives back what the last retry of
  /// its hop took.
  public var throttle: Int32
  /// See ``throttle``.
  public var timeout: Int32
  /// See ``throttle``.
  public var transient: Int32
  /// What a success at the first attempt adds.
  public var success: Int32

  /// A bucket.
  public init(capacity: Int32, throttle: Int32, timeout: Int32, transient: Int32, success: Int32) {
    self.capacity = capacity
    self.throttle = throttle
    self.timeout = timeout
    self.transient = transient
    self.success = success
  }

  /// What a retry takes.
  func cost(of loss: Loss) -> Int32 { loss == .throttle ? throttle : loss == .clientTimeout ? timeout : transient }
}
