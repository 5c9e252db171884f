import Simulation
import Variates

/// The constants of a client's own rate.
///
/// - Source: botocore, retries/adaptive, retries/throttling and retries/bucket.
public struct ClientRatePlan: Sendable, BitwiseCopyable {
  /// What is left of the rate after a throttle.
  public var beta: Double
  /// The factor of the cubic growth.
  public var scale: Double
  /// The weight of the newest measurement.
  public var smoothing: Double
  /// Over how many seconds the rate is measured.
  public var window: Double
  /// The lowest rate, requests a second.
  public var lowest: Double
  /// The highest rate, as a multiple of the measured one.
  public var highest: Double

  /// Constants.
  public init(beta: Double, scale: Double, smoothing: Double, window: Double, lowest: Double, highest: Double) {
    self.beta = beta
    self.scale = scale
    self.smoothing = smoothing
    self.window = window
    self.lowest = lowest
    self.highest = highest
  }
}

/// The rate to which one client of an instance keeps: none until it is first throttled, then one that is cut by a throttle and grows with
/// the cube of the time since.
///
/// Times in seconds, rates in requests a second. Requests that wait at one time have their turns in the order in which they came; a rate
/// that changes meanwhile does not change their turns.
struct ClientRate: BitwiseCopyable {
  private var isBegun = false
  private var isEnabled = false
  /// The bucket of tokens: a negative number of them is owed to requests that wait.
  private var tokens = 0.0
  private var capacity = 1.0
  private var fill = 1.0
  private var filledAt = 0.0
  /// The measured rate: requests since the last look, the time of that look, and what came out.
  private var count = 0.0
  private var lookedAt = 0.0
  private var measured = 0.0
  /// The cubic curve: the rate at the last throttle, the time until it is reached again, and the time of that throttle.
  private var most = 0.0
  private var zero = 0.0
  private var throttledAt = 0.0

  init() {}

  private mutating func begin(at time: Double) {
    if isBegun { return }
    isBegun = true
    filledAt = time
    lookedAt = time.rounded(.down)
    throttledAt = time
  }

  /// Takes a place in the rate for a request.
  ///
  /// - Returns: how long the request has to wait for it, in nanoseconds.
  mutating func reserve(at now: Nanoseconds) -> Nanoseconds {
    if !isEnabled { return 0 }
    refill(at: Double(now) / 1e9)
    tokens -= 1
    return tokens >= 0 ? 0 : Nanoseconds(min(-tokens / fill * 1e9, Double(SamplerBank.longest)).rounded(.up))
  }

  /// Takes note of how an attempt ended.
  mutating func note(isThrottle: Bool, _ plan: ClientRatePlan, at now: Nanoseconds) {
    let time = Double(now) / 1e9
    begin(at: time)
    measure(plan, at: time)
    let rate: Double
    if isThrottle {
      let used = isEnabled ? min(measured, fill) : measured
      most = used
      zero = used > 0 ? Elementary.exp(Elementary.log(used * (1 - plan.beta) / plan.scale) / 3) : 0
      throttledAt = time
      isEnabled = true
      rate = used * plan.beta
    } else {
      let since = time - throttledAt - zero
      rate = plan.scale * since * since * since + most
    }
    setRate(min(rate, plan.highest * measured), plan, at: time)
  }

  private mutating func measure(_ plan: ClientRatePlan, at time: Double) {
    let look = (time / plan.window).rounded(.down) * plan.window
    count += 1
    if look <= lookedAt { return }
    measured = count / (look - lookedAt) * plan.smoothing + measured * (1 - plan.smoothing)
    count = 0
    lookedAt = look
  }

  private mutating func setRate(_ rate: Double, _ plan: ClientRatePlan, at time: Double) {
    refill(at: time)
    fill = max(rate, plan.lowest)
    capacity = max(rate, 1)
    tokens = min(tokens, capacity)
  }

  private mutating func refill(at time: Double) {
    tokens = min(capacity, tokens + (time - filledAt) * fill)
    filledAt = time
  }
}
