import Fleet
import Scenarios
import Studies

/// Lines that the summaries of studies share.
enum StudyHead {
  /// What was simulated.
  static func line(_ results: [StudyResult], _ points: String, isPartial: Bool, _ paint: Paint) -> String {
    guard let first = results.first?.outline else { return "stopped before anything was known" }
    let counts = results.map(\.outline.replications)
    let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
    let events = results.reduce(UInt64(0)) { $0 + $1.outline.events }
    let parts = [
      paint.bold(first.scenario), first.platform, points, "seed \(first.seed)",
      least == most ? "\(most) \(most == 1 ? "replication" : "replications") each" : "\(least) to \(most) replications each",
      "\(Humane.count(Int64(clamping: events))) events",
    ]
    return parts.joined(separator: " · ") + (isPartial ? " · " + paint.yellow("stopped before its end") : "")
  }

  /// The objectives as they are written.
  static func objectives(_ result: StudyResult?, _ title: String, _ paint: Paint) -> [String] {
    guard let objectives = result?.objectives, !objectives.isEmpty else { return [] }
    return [paint.bold(title)] + objectives.map { "  \($0.objective.text)" + ($0.objective.advisory ? paint.dim("  advisory") : "") }
  }

  /// A point by its number and what is set there.
  static func point(_ point: Int, _ design: StudyDesign) -> String {
    "point \(point + 1), " + design.overrides(of: point).joined(separator: ", ")
  }

  /// Points by their numbers as people count them: `point 3`, `points 3, 4`.
  static func numbers(_ points: [Int]) -> String {
    (points.count == 1 ? "point " : "points ") + points.map { String($0 + 1) }.joined(separator: ", ")
  }

  /// A bottleneck in words.
  static func words(_ bottleneck: Bottleneck) -> String {
    switch bottleneck {
    case .cause(let share):
      let what = share.metric == .completion ? "to completion" : "of the latency"
      let name = share.cause.name.replacing("_", with: " ")
      return "\(Humane.percent(share.share)) % \(what) of \(share.subject.name)'s slowest requests is \(name)"
    case .loss(let loss):
      return "\(loss.cause.replacing("_", with: " ")) stopped \(Humane.percent(loss.share)) % of what came to \(loss.subject.name)"
    case .cost(let item, let month): return "\(item) costs \(Humane.dollars(month)) USD/month"
    }
  }
}
