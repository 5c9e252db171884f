/// How fast a study goes: what is shown beside it, never among its results.
public struct RunPace: Equatable, Sendable {
  /// Runs of which the study is known to consist so far.
  public var runs: Int
  /// How many of them are done, parts of runs counted as such.
  public var done: Double
  /// Events so far.
  public var events: UInt64
  /// Seconds of wall time so far.
  public var elapsed: Double

  /// The pace of a study.
  public init(runs: Int, done: Double, events: UInt64, elapsed: Double) {
    self.runs = runs
    self.done = done
    self.events = events
    self.elapsed = elapsed
  }

  private static let barWidth = 24

  /// The line for a study that is under way: `[######------------------]  27 % of 10 runs · 5.6 M events/s · 4 s left`.
  public var progress: String {
    let share = runs > 0 ? min(1, done / Double(runs)) : 0
    let filled = Int(share * Double(Self.barWidth))
    let bar = "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: Self.barWidth - filled) + "]"
    var parts = ["\(bar) \(Int64(share * 100)) % of \(words)", rate]
    if share > 0.01 { parts.append("\(Humane.duration((elapsed * (1 - share) / share).rounded() * 1e9)) left") }
    return parts.joined(separator: " · ")
  }

  /// The line for a study that is over: `10 runs, 41.2 M events in 6.8 s (6,059,000 events/s)`.
  public var summary: String {
    "\(words), \(Humane.count(Int64(clamping: events))) events in \(Humane.duration(elapsed * 1e9)) (\(rate))"
  }

  private var words: String { "\(Humane.count(Int64(runs))) \(runs == 1 ? "run" : "runs")" }

  private var rate: String { elapsed > 0 ? "\(Humane.count(Int64(Double(events) / elapsed))) events/s" : "- events/s" }
}
