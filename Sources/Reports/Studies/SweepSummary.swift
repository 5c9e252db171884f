import Fleet
import Scenarios
import Statistics
public import Studies

/// A sweep for the terminal: the objectives, a row a point, and which points to take.
public struct SweepSummary: Sendable {
  /// The most points that are listed.
  public static let mostPoints = 100

  private let sweep: Sweep
  private let paint: Paint
  private let showsFirstFailure: Bool

  /// - Parameters:
  ///   - sweep: what came out.
  ///   - showsFirstFailure: whether it is said where the first objective fails, and why.
  public init(_ sweep: Sweep, showsFirstFailure: Bool = false, paint: Paint) {
    self.sweep = sweep
    self.showsFirstFailure = showsFirstFailure
    self.paint = paint
  }

  /// The lines, ending in a line break.
  public var text: String {
    let sections = [[head], StudyHead.objectives(results.first, "OBJECTIVES", paint), table, choice, failure, verdict]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var results: [StudyResult] { sweep.known.map(\.result) }

  private var head: String {
    let count = sweep.design.points.count
    let points = results.count == count ? "\(count) points" : "\(results.count) of \(count) points"
    return StudyHead.line(results, points, isPartial: sweep.isPartial, paint)
  }

  private var table: [String] {
    let shown = sweep.known.prefix(Self.mostPoints)
    let hasMarks = sweep.ranking != nil || !sweep.paretoGoals.isEmpty
    let table = PointTable(
      lead: ["POINTS"] + FactorLabels.labels(sweep.design.paths), trail: hasMarks ? ["choice"] : [],
      columns: StudyColumn.columns(results, shown: sweep.shown),
      rows: shown.map { point, result in
        (["\(point + 1)"] + sweep.design.points[point], result, hasMarks ? [marks(point)] : [])
      })
    let rest = sweep.known.count - shown.count
    return table.lines(paint) + (rest > 0 ? [paint.dim("  and \(Humane.count(Int64(rest))) more points; -o DIR writes them all")] : [])
  }

  private func marks(_ point: Int) -> String {
    var marks: [String] = []
    if let ranking = sweep.ranking {
      if ranking.best == point { marks.append("best") } else if ranking.set.contains(point) { marks.append("as good") }
    }
    if sweep.pareto.contains(point) { marks.append("Pareto") }
    return marks.joined(separator: ", ")
  }

  private var choice: [String] {
    var lines: [String] = []
    if let ranking = sweep.ranking {
      let by = "\(ranking.goal.better == .smaller ? "least" : "most") \(ranking.goal.name.text)"
      if let best = ranking.best {
        let others = ranking.set.filter { $0 != best }
        lines.append("\(by): \(paint.bold(StudyHead.point(best, sweep.design)))")
        if !others.isEmpty { lines.append("  not to be told from it: \(StudyHead.numbers(others))") }
      } else {
        lines.append("\(by): no point that holds all objectives has a figure")
      }
    }
    if !sweep.paretoGoals.isEmpty {
      let goals = sweep.paretoGoals.map(\.name.text).joined(separator: " and ")
      lines.append("no other is better in both \(goals): \(sweep.pareto.isEmpty ? "none" : StudyHead.numbers(sweep.pareto))")
    }
    return lines
  }

  private var failure: [String] {
    guard showsFirstFailure else { return [] }
    guard let point = sweep.firstFailure, let result = sweep.results[point], let verdict = result.firstFailure else {
      return ["no objective fails at any point"]
    }
    let figure = Humane.figure(verdict.figure, in: verdict.unit)
    let interval = verdict.estimate.interval.map { " " + Humane.interval($0, in: verdict.unit) } ?? ""
    let first = "\(paint.bold("FIRST FAILURE"))  \(StudyHead.point(point, sweep.design))"
    let lines = [first, "  \(paint.red("✗")) \(verdict.objective.text): \(figure)\(interval)"]
    return lines + (result.bottleneck(of: verdict.objective).map { ["  bottleneck: \(StudyHead.words($0))"] } ?? [])
  }

  private var verdict: [String] {
    guard results.first.map({ !$0.objectives.isEmpty }) ?? false else { return [] }
    let holding = results.count { $0.outcome == .pass }
    let open = results.count { $0.outcome == .undecided }
    let line = "\(holding) of \(results.count) points \(holding == 1 ? "holds" : "hold") all objectives"
    let painted = holding > 0 ? paint.green(line) : open > 0 ? paint.yellow(line) : paint.red(line)
    return [painted + (open > 0 ? paint.yellow(", \(open) undecided: more --replications decide what can be decided") : "")]
  }
}
