import Scenarios
public import Studies

/// The CSV tables of studies that vary values.
public enum StudyTables {
  /// Every metric of every point, one a row, behind the point's parameters: `sweep.csv`.
  ///
  /// - Complexity: O(fields).
  public static func sweep(_ sweep: Sweep, _ flavor: CSVFlavor = .plain) -> String {
    long(sweep.design, sweep.known, flavor)
  }

  /// One row a point: parameters, verdicts, key figures and whether it is among the best: `points.csv`.
  public static func points(_ sweep: Sweep, _ flavor: CSVFlavor = .plain) -> String {
    let columns = StudyColumn.columns(sweep.known.map(\.result), shown: sweep.shown)
    let marks = ["is_best", "in_best_set", "in_pareto_set"]
    var writer = CSVWriter(header: leadNames(sweep.design) + names(of: columns) + marks, flavor)
    for (point, result) in sweep.known {
      writeLead(point, sweep.design, result, to: &writer)
      write(columns, result, to: &writer)
      let ranking = sweep.ranking
      writer.write(flag(ranking.map { $0.best == point }))
      writer.write(flag(ranking.map { $0.set.contains(point) }))
      writer.write(flag(sweep.paretoGoals.isEmpty ? nil : sweep.pareto.contains(point)))
    }
    return writer.text
  }

  /// One row a value that was looked at: verdicts, key figures and whether it is the answer: `solve.csv`.
  public static func solve(_ solution: Solution, _ flavor: CSVFlavor = .plain) -> String {
    let design = StudyDesign(every: [solution.factor]) ?? StudyDesign(paths: [solution.factor.path], points: [])
    let columns = StudyColumn.columns(solution.points.map(\.result), shown: solution.shown)
    var writer = CSVWriter(header: leadNames(design) + names(of: columns) + ["is_answer"], flavor)
    for point in solution.points {
      writeLead(point.index, design, point.result, to: &writer)
      write(columns, point.result, to: &writer)
      writer.write(flag(solution.answer == point.index))
    }
    return writer.text
  }

  private static func long(_ design: StudyDesign, _ points: [(point: Int, result: StudyResult)], _ flavor: CSVFlavor) -> String {
    let metric = ["scope_type", "scope", "metric", "stat", "unit", "value", "ci_low", "ci_high", "ci_method", "replications"]
    var writer = CSVWriter(header: leadNames(design) + metric, flavor)
    for (point, result) in points {
      for value in result.metrics + unlisted(result) {
        writeLead(point, design, result, to: &writer)
        for text in [value.scopeType, value.scope, value.word, value.statisticWord, value.unit.rawValue] { writer.write(.text(text)) }
        writer.write(CSVField(value.figure, in: value.unit))
        writeInterval(value.estimate, value.unit, to: &writer)
        writer.write(value.estimate.interval.map { .text($0.method.rawValue) } ?? .empty)
        writer.write(.integer(Int64(value.replications)))
      }
    }
    return writer.text
  }

  /// The metrics that were asked for and are not among those that are always listed.
  private static func unlisted(_ result: StudyResult) -> [MetricValue] {
    func key(_ value: MetricValue) -> [String] { [value.scopeType, value.scope, value.word, value.statisticWord] }
    let listed = Set(result.metrics.map(key))
    return result.asked.filter { !listed.contains(key($0)) }
  }

  private static func leadNames(_ design: StudyDesign) -> [String] { ["variant", "point"] + design.paths.map { "param_\($0)" } }

  private static func writeLead(_ point: Int, _ design: StudyDesign, _ result: StudyResult, to writer: inout CSVWriter) {
    writer.write(.text(result.outline.variant))
    writer.write(.integer(Int64(point + 1)))
    for value in design.points[point] { writer.write(.text(value)) }
  }

  private static func names(of columns: [StudyColumn]) -> [String] {
    let verdicts = columns.contains { $0.objective != nil } ? ["verdict"] : []
    let figures = columns.flatMap { column in
      [column.header, "\(column.header)_ci_low", "\(column.header)_ci_high"] + (column.objective.map { ["verdict_\($0 + 1)"] } ?? [])
    }
    let cost = "cost_usd_per_month"
    return verdicts + figures + [cost, "\(cost)_ci_low", "\(cost)_ci_high", "replications"]
  }

  private static func write(_ columns: [StudyColumn], _ result: StudyResult, to writer: inout CSVWriter) {
    if columns.contains(where: { $0.objective != nil }) { writer.write(.text(result.outcome.rawValue)) }
    for column in columns {
      writer.write(column.estimate(result).map { CSVField($0.figure, in: column.unit) } ?? .empty)
      writeInterval(column.estimate(result), column.unit, to: &writer)
      if let verdict = column.verdict(result) { writer.write(.text(verdict.outcome.rawValue)) }
    }
    writer.write(result.monthCost.map { CSVField($0.figure, in: .dollars) } ?? .empty)
    writeInterval(result.monthCost, .dollars, to: &writer)
    writer.write(.integer(Int64(result.outline.replications)))
  }

  private static func writeInterval(_ estimate: Estimate?, _ unit: MetricUnit, to writer: inout CSVWriter) {
    writer.write(CSVField(intervalEnd: estimate?.interval?.low, in: unit))
    writer.write(CSVField(intervalEnd: estimate?.interval?.high, in: unit))
  }

  private static func flag(_ value: Bool?) -> CSVField { value.map { .text($0 ? "true" : "false") } ?? .empty }
}
