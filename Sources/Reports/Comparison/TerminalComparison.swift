import Fleet
import Scenarios
public import Studies

/// A comparison for the terminal: a section a variant, with objectives, what differs most, and how the bill differs.
///
/// It is at most 100 columns wide.
public struct TerminalComparison: Sendable {
  /// Figures and lines of the bill that are shown of a variant; -o DIR writes them all.
  static let mostRows = 20

  let comparison: Comparison
  let paint: Paint

  /// The summary of a comparison.
  public init(_ comparison: Comparison, paint: Paint) {
    self.comparison = comparison
    self.paint = paint
  }

  /// The lines, ending in a line break.
  public var text: String {
    let sections = [head, objectives] + comparison.results.dropFirst().flatMap { [figures(of: $0), bill(of: $0)] }
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var baseline: StudyResult { comparison.results[0] }

  private var head: [String] {
    let count = baseline.outline.replications
    let names = comparison.results.map { TextTable.shortened($0.outline.variant) }
    let how =
      comparison.isPaired
      ? "paired: all meet the same demand, seed \(baseline.outline.seed)" : "not paired: the seeds differ (Welch)"
    let isPartial = comparison.results.contains { $0.outline.isPartial }
    return [
      paint.bold(names[0]) + " against " + names.dropFirst().joined(separator: ", "),
      "\(count) \(count == 1 ? "replication" : "replications") each, \(how); 95 % intervals, * differs"
        + (isPartial ? " · " + paint.yellow("stopped before its end") : ""),
    ]
  }

  /// What became of the objectives, which may differ between files.
  private var objectives: [String] {
    let verdicts = comparison.results.map(\.objectives)
    guard verdicts.contains(where: { !$0.isEmpty }) else { return [] }
    var texts: [String] = []
    for verdict in verdicts.joined() where !texts.contains(verdict.objective.text) { texts.append(verdict.objective.text) }
    var table = TextTable(header: ["OBJECTIVES"] + comparison.results.map { TextTable.shortened($0.outline.variant, to: 16) })
    for text in texts {
      let cells = verdicts.map { verdicts in verdicts.first { $0.objective.text == text }.map(\.outcome.rawValue) ?? "-" }
      table.rows.append([text] + cells)
    }
    return table.lines(paint)
  }

  private func figures(of result: StudyResult) -> [String] {
    let name = result.outline.variant
    let rows = comparison.differences.filter { $0.variant == name && isHeadline($0) }
    let asked = rows.filter { isAsked($0.baseline) }
    let others = rows.filter { $0.verdict == .differs && !isAsked($0.baseline) }
    let shown = (asked + others).prefix(Self.mostRows)
    var table = TextTable(header: [
      name.uppercased(), "baseline", TextTable.shortened(name, to: 16), "difference", "95 % interval", "%", "",
    ])
    for row in shown { table.rows.append(cells(row)) }
    let rest = asked.count + others.count - shown.count
    let unchanged = rows.count { $0.verdict != .differs } - asked.count { $0.verdict != .differs }
    let more = [rest > 0 ? "\(rest) more differ" : nil, unchanged > 0 ? "\(unchanged) others do not differ" : nil].compactMap(\.self)
    return table.lines(paint) + (more.isEmpty ? [] : [paint.dim("  \(more.joined(separator: ", ")); -o DIR writes them all")])
  }

  private func cells(_ row: MetricDifference) -> [String] {
    let unit = row.baseline.unit
    func signed(_ value: Double) -> String {
      guard value.isFinite else { return "..." }
      let figure: Figure = unit == .dollars ? .money(Int64((value.magnitude * 1e9).rounded())) : .real(value.magnitude)
      return (value < 0 ? "-" : "+") + Humane.figure(figure, in: unit)
    }
    let statistic = row.baseline.statistic.word
    return [
      "\(row.baseline.scope).\(row.baseline.word)" + (statistic.isEmpty ? "" : ".\(statistic)"),
      Humane.figure(row.baseline.figure, in: unit), Humane.figure(row.candidate, in: unit), row.difference.map(signed) ?? "-",
      row.low.map { "[\(signed($0)), \(signed(row.high ?? .infinity))]" } ?? "-",
      row.relative.map { ($0 < 0 ? "-" : "+") + Humane.percent($0.magnitude) } ?? "-",
      row.verdict == .differs ? "*" : row.verdict.rawValue,
    ]
  }

  /// Whether an objective, or every planner, asks for a figure: it is shown whatever becomes of it.
  private func isAsked(_ value: MetricValue) -> Bool {
    if value.metric == .monthCost, value.subject == .cost { return true }
    return comparison.results.flatMap(\.objectives).contains {
      $0.objective.subject == value.subject && $0.objective.metric == value.metric && $0.objective.part == value.part
        && $0.objective.statistic == value.statistic
    }
  }

  /// Whether a figure is the one that stands for its metric, so that one change is not told eight times.
  private func isHeadline(_ row: MetricDifference) -> Bool {
    let value = row.baseline
    if isAsked(value) { return true }
    // What all functions do together says a second time what they do.
    if value.subject == .all || value.subject == .account { return false }
    if value.part != nil || value.metric == .runCost || value.figure == .missing && row.candidate == .missing { return false }
    return switch (value.metric.kind, value.statistic) {
    case (.durations, .quantile(0.99)), (.count, .count), (.ratio, .ratio), (.level, .mean), (.seconds, .total): true
    case (.money, .total): value.subject == .cost
    default: false
    }
  }

  /// How the bill differs, in the manner of a cost difference: lines that change, dearest change first.
  private func bill(of result: StudyResult) -> [String] {
    let name = result.outline.variant
    let lines = comparison.costs.filter { $0.variant == name && $0.change != .same && ($0.baselineMonth != 0 || $0.month != 0) }
    let (old, new) = (baseline.costs.month, result.costs.month)
    let sign = new < old ? "-" : "+"
    let percent = old == 0 ? "" : " (\(sign)\(Humane.percent(Double((new - old).magnitude) / Double(old)))%)"
    var text = [
      paint.bold("COST") + "  \(sign)\(Humane.dollars(Int64((new - old).magnitude))) USD/month\(percent): "
        + "\(Humane.dollars(old)) to \(Humane.dollars(new))"
    ]
    let ordered = lines.enumerated().sorted {
      ($1.element.difference.magnitude, $0.offset) < ($0.element.difference.magnitude, $1.offset)
    }.map(\.element)
    for line in ordered.prefix(Self.mostRows) {
      let sign = line.difference < 0 ? "-" : "+"
      text.append(
        "  \(line.change.rawValue) \(TextTable.shortened(line.component)) \(line.item)  "
          + "\(sign)\(Humane.dollars(Int64(line.difference.magnitude)))"
          + paint.dim("  \(Humane.dollars(line.baselineMonth)) to \(Humane.dollars(line.month))"))
    }
    if ordered.count > Self.mostRows { text.append(paint.dim("  and \(ordered.count - Self.mostRows) more; -o DIR writes them all")) }
    return text
  }
}
