import Scenarios
import Statistics
public import Studies

/// What a search found, for the terminal: the answer, its neighbours and what they cost.
public struct SolveSummary: Sendable {
  private let solution: Solution
  private let paint: Paint

  /// The summary of a search.
  public init(_ solution: Solution, paint: Paint) {
    self.solution = solution
    self.paint = paint
  }

  /// The lines, ending in a line break.
  public var text: String {
    let sections = [[head], StudyHead.objectives(results.first, "REQUIRED", paint), answer, table]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var results: [StudyResult] { solution.points.map(\.result) }
  private var factor: Factor { solution.factor }

  private var head: String {
    let (asked, count) = (results.count, factor.values.count)
    let values = asked == count ? "\(count) values" : "\(asked) of \(count) values"
    return StudyHead.line(results, values, isPartial: solution.outcome == .stopped, paint)
  }

  private var answer: [String] {
    let goal =
      switch solution.goal {
      case .end(let end): end.rawValue
      case .best(let metric): "\(metric.better == .smaller ? "least" : "most") \(metric.name.text)"
      }
    func line(_ index: Int, _ note: String = "") -> String {
      paint.bold("ANSWER") + "  \(factor.path)=\(paint.bold(factor.values[index]))" + paint.dim("  \(goal)\(note)")
    }
    switch solution.outcome {
    case .answer(let index): return [line(index)]
    case .allHold(let index): return [line(index, "; every value seems to hold, so look beyond the range")]
    case .best(let index, let set):
      let others = set.filter { $0 != index }.map { factor.values[$0] }
      return [line(index)] + (others.isEmpty ? [] : ["  not to be told from it: \(others.joined(separator: ", "))"])
    case .noneHolds: return [paint.red("no value that was looked at holds")]
    case .notMonotone(let first, let failing, let isComplete):
      let values = failing.map { factor.values[$0] }.joined(separator: ", ")
      let looked = isComplete ? "every value was looked at" : "not every value was looked at, so an earlier or another one may do"
      let other = solution.goal == .end(.largest) ? "without --largest" : "with --largest"
      return [
        line(first), paint.yellow("  but \(values) beyond it \(failing.count == 1 ? "fails" : "fail"): \(looked)"),
        paint.dim("  if values beyond it are meant to fail, ask \(other)"),
      ]
    case .undecided(let open, let holds):
      let values = open.map { factor.values[$0] }.joined(separator: ", ")
      let note = paint.yellow("undecided at \(values): more --max-replications may decide")
      return (holds.map { [line($0, ", the first that is known to hold")] } ?? []) + [(holds == nil ? "" : "  ") + note]
    case .stopped: return [paint.yellow("stopped before there was an answer")]
    }
  }

  /// The places that are shown: the answer and its neighbours, or what there is.
  private var shown: [Int] {
    let asked = solution.points.map(\.index)
    guard let answer = solution.answer else { return Array(asked.prefix(1) + asked.dropFirst().suffix(1)) }
    var near = Set([answer - 1, answer, answer + 1])
    if case .undecided(let open, _) = solution.outcome { near.formUnion(open) }
    if case .notMonotone(_, let failing, _) = solution.outcome { near.formUnion(failing) }
    return asked.filter(near.contains)
  }

  private var table: [String] {
    let rows = shown.compactMap { index in solution[index].map { (index: index, result: $0) } }
    if rows.isEmpty { return [] }
    let base = solution.answer.flatMap { solution[$0] }
    let table = PointTable(
      lead: ["VALUES"], trail: (base == nil ? [] : ["difference"]) + ["runs"],
      columns: StudyColumn.columns(results, shown: solution.shown),
      rows: rows.map { row in
        let difference = base.map { row.index == solution.answer ? "" : Self.difference($0, row.result) }
        return ([factor.values[row.index]], row.result, (difference.map { [$0] } ?? []) + [String(row.result.outline.replications)])
      })
    return table.lines(paint)
  }

  /// What a month of another value costs more than that of the answer: `+12.30 [11.90, 12.70]`.
  private static func difference(_ answer: StudyResult, _ other: StudyResult) -> String {
    guard let difference = CostStep(from: answer, to: other) else { return "-" }
    func signed(_ nano: Double) -> String { (nano < 0 ? "-" : "+") + Humane.dollars(Int64(nano.magnitude.rounded())) }
    let interval = difference.interval.map { " [\(signed($0.lower)), \(signed($0.upper))]" } ?? ""
    return signed(difference.nanodollars) + interval
  }
}
