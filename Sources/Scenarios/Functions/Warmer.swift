public import Variates

/// Scheduled pings that keep a function's instances alive.
public struct Warmer: Equatable, Sendable {
  /// The time between rounds of pings, nanoseconds, above 0.
  public var every: Int64
  /// Pings at once in each round, at least 1.
  public var count: Int
  /// How long the handler takes over a ping, nanoseconds.
  public var duration: Distribution

  /// A warmer from its parts.
  public init(every: Int64, count: Int, duration: Distribution) {
    self.every = every
    self.count = count
    self.duration = duration
  }
}
