/// When a run starts, how long it lasts, which part of it is measured, and by which seed it is drawn.
public struct RunSpec: Equatable, Sendable {
  /// The instant at which the run starts; gives schedules and weekly shapes their calendar.
  public var start: Instant
  /// For how long requests arrive, nanoseconds, above 0.
  public var duration: Int64
  /// What arrives before it is simulated but not measured; nanoseconds, at least 0, below `duration`.
  public var warmUp: Int64
  /// For how long at most the run goes on after `duration` until all requests have ended, nanoseconds; nil: it stops at once.
  public var drain: Int64?
  /// How many independent replications are run.
  public var replications: Replications
  /// The seed of all draws, from 0 to 2^53 - 1.
  public var seed: Int64

  /// How many independent replications are run.
  public enum Replications: Equatable, Sendable {
    /// As many as the objectives need.
    case automatic
    /// Exactly so many, at least 1.
    case fixed(Int)
  }

  /// A run from its parts.
  public init(
    start: Instant, duration: Int64, warmUp: Int64 = 0, drain: Int64? = nil, replications: Replications = .automatic, seed: Int64 = 1
  ) {
    self.start = start
    self.duration = duration
    self.warmUp = warmUp
    self.drain = drain
    self.replications = replications
    self.seed = seed
  }
}
