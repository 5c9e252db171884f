public import Simulation
public import Variates

/// What becomes of a function's asynchronous invocations.
public struct EventPlan: Sendable, BitwiseCopyable {
  /// From the acceptance of an event to the first request for an instance, in nanoseconds.
  public var latency = Sampler(constant: 0)
  /// Retries after errors, and the age that an event may reach.
  public var retry = RetryPlan(retries: 0)
  /// The pause after the first throttle; it doubles with each further one up to the cap.
  public var throttleBase: Nanoseconds = .second
  /// See ``throttleBase``.
  public var throttleCap = 300 * Nanoseconds.second
  /// The largest event that is accepted, in bytes.
  public var payloadLimit = Int64.max
  /// What gets a record of an event that succeeded, and of one that failed for good.
  public var onSuccess: Target?
  /// See ``onSuccess``.
  public var onFailure: Target?
  /// What gets the event itself when it has failed for good.
  public var deadLetter: Target?

  /// Events that are tried once and wait for nothing.
  public init() {}

  /// The pause after a number of throttles in a row, from 1.
  func throttlePause(_ throttles: UInt32) -> Nanoseconds {
    let (doubled, overflow) = throttleBase.multipliedReportingOverflow(by: 1 << Nanoseconds(min(throttles - 1, 40)))
    return overflow ? throttleCap : min(doubled, throttleCap)
  }
}
