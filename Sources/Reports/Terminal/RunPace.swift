/// How fast a simulation goes: what is shown beside a run, never among its results.
public struct RunPace: Equatable, Sendable {
  /// Nanoseconds simulated so far.
  public var simulated: Int64
  /// Nanoseconds that are to be simulated.
  public var goal: Int64
  /// Events so far.
  public var events: UInt64
  /// Seconds of wall time so far.
  public var elapsed: Double

  /// The pace of a run.
  public init(simulated: Int64, goal: Int64, events: UInt64, elapsed: Double) {
    self.simulated = simulated
    self.goal = goal
    self.events = events
    self.elapsed = elapsed
  }

  /// The line for a run that is under way: `34 % of 24 h · 5.6 M events/s · 4 s left`.
  public var progress: String {
    let share = goal > 0 ? min(1, Double(simulated) / Double(goal)) : 0
    var parts = ["\(Int64(share * 100)) % of \(Humane.duration(Double(goal)))", rate]
    if share > 0.01 { parts.append("\(Humane.duration((elapsed * (1 - share) / share).rounded() * 1e9)) left") }
    return parts.joined(separator: " · ")
  }

  /// The line for a run that is over: `24 h simulated, 41.2 M events in 6.8 s (6,059,000 events/s)`.
  public var summary: String {
    "\(Humane.duration(Double(simulated))) simulated, \(Humane.count(Int64(clamping: events))) events in \(Humane.duration(elapsed * 1e9)) (\(rate))"
  }

  private var rate: String { elapsed > 0 ? "\(Humane.count(Int64(Double(events) / elapsed))) events/s" : "- events/s" }
}
