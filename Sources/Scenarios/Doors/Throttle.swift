/// A limit of requests by a token bucket, which is refilled continuously.
public struct Throttle: Equatable, Sendable {
  /// Tokens added, per second, at least 0.
  public var rate: Double
  /// Tokens that it holds at most and at the start, at least 1.
  public var burst: Int

  /// A limit from its parts.
  public init(rate: Double, burst: Int) {
    self.rate = rate
    self.burst = burst
  }
}
