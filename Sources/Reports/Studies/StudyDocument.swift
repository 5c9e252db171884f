import Scenarios
import Statistics
public import Studies

/// The results of a study that varies values as one JSON document: `summary.json`, and what `--json` prints.
public enum StudyDocument {
  /// The document of a sweep, ending in a line break; points are counted from 1.
  public static func text(_ sweep: Sweep) -> String {
    var json = JSONWriter()
    json.open(.object)
    head("sweep", sweep.known.map(\.result), isPartial: sweep.isPartial, &json)
    strings("paths", sweep.design.paths, &json)
    let columns = StudyColumn.columns(sweep.known.map(\.result), shown: sweep.shown)
    json.open(.list, "points")
    for (point, result) in sweep.known { write(point, sweep.design, columns, result, &json) }
    json.close(.list)
    if let ranking = sweep.ranking {
      json.open(.object, "ranking")
      write(ranking.goal, &json)
      if let best = ranking.best { json.write("best", Int64(best + 1)) }
      numbers("best_set", ranking.set, &json)
      json.close(.object)
    }
    if !sweep.paretoGoals.isEmpty {
      json.open(.object, "pareto")
      SummaryDocument.list("metrics", sweep.paretoGoals, &json) { write($0, &$1) }
      numbers("points", sweep.pareto, &json)
      json.close(.object)
    }
    if let point = sweep.firstFailure, let verdict = sweep.results[point]?.firstFailure {
      json.open(.object, "first_failure")
      json.write("point", Int64(point + 1))
      json.write("expr", verdict.objective.text)
      if let bottleneck = sweep.results[point]?.bottleneck(of: verdict.objective) {
        json.write("bottleneck", StudyHead.words(bottleneck))
      }
      json.close(.object)
    }
    json.close(.object)
    return json.text
  }

  /// The document of a search, ending in a line break.
  public static func text(_ solution: Solution) -> String {
    let design = StudyDesign(paths: [solution.factor.path], points: solution.factor.values.map { [$0] })
    let results = solution.points.map(\.result)
    var json = JSONWriter()
    json.open(.object)
    head("solve", results, isPartial: solution.outcome == .stopped, &json)
    json.write("path", solution.factor.path)
    switch solution.goal {
    case .end(let end): json.write("goal", end.rawValue)
    case .best(let metric):
      json.open(.object, "goal")
      write(metric, &json)
      json.close(.object)
    }
    json.write("outcome", word(solution.outcome))
    if let answer = solution.answer { json.write("answer", solution.factor.values[answer]) }
    switch solution.outcome {
    case .best(_, let set): values("best_set", set, solution.factor, &json)
    case .notMonotone(_, let failing, let isComplete):
      values("failing", failing, solution.factor, &json)
      json.write("complete", isComplete)
    case .undecided(let open, _): values("undecided", open, solution.factor, &json)
    case .answer, .allHold, .noneHolds, .stopped: break
    }
    json.open(.list, "points")
    for point in solution.points {
      write(point.index, design, StudyColumn.columns(results, shown: solution.shown), point.result, &json)
    }
    json.close(.list)
    json.close(.object)
    return json.text
  }

  private static func word(_ outcome: Solution.Outcome) -> String {
    switch outcome {
    case .answer, .best: "answer"
    case .allHold: "all_hold"
    case .noneHolds: "none_holds"
    case .notMonotone: "not_monotone"
    case .undecided: "undecided"
    case .stopped: "stopped"
    }
  }

  private static func head(_ study: String, _ results: [StudyResult], isPartial: Bool, _ json: inout JSONWriter) {
    json.write("schema_version", SummaryDocument.schemaVersion)
    json.write("study", study)
    if let outline = results.first?.outline {
      json.write("scenario", outline.scenario)
      json.write("platform", outline.platform)
      json.write("seed", outline.seed)
    }
    json.write("partial", isPartial)
  }

  private static func write(
    _ point: Int, _ design: StudyDesign, _ columns: [StudyColumn], _ result: StudyResult, _ json: inout JSONWriter
  ) {
    json.open(.object)
    json.write("point", Int64(point + 1))
    json.open(.object, "parameters")
    for (path, value) in zip(design.paths, design.points[point]) { json.write(path, value) }
    json.close(.object)
    json.write("replications", Int64(result.outline.replications))
    if !result.objectives.isEmpty { json.write("verdict", result.outcome.rawValue) }
    SummaryDocument.list("objectives", result.objectives, &json) { SummaryDocument.write($0, to: &$1) }
    json.open(.object, "metrics")
    for column in columns where column.objective == nil {
      if let estimate = column.estimate(result) { write(column.name.text, estimate, column.unit, &json) }
    }
    json.close(.object)
    if let cost = result.monthCost { write("cost_per_month", cost, .dollars, &json) }
    json.close(.object)
  }

  private static func write(_ key: String, _ estimate: Estimate, _ unit: MetricUnit, _ json: inout JSONWriter) {
    json.open(.object, key)
    json.write("value", estimate.figure, in: unit)
    if let interval = estimate.interval { SummaryDocument.write(interval, "interval", in: unit, to: &json) }
    json.write("unit", unit.rawValue)
    json.close(.object)
  }

  private static func write(_ goal: MetricGoal, _ json: inout JSONWriter) {
    json.write("metric", goal.name.text)
    json.write("better", goal.better.rawValue)
  }

  private static func values(_ key: String, _ places: [Int], _ factor: Factor, _ json: inout JSONWriter) {
    strings(key, places.map { factor.values[$0] }, &json)
  }

  private static func strings(_ key: String, _ texts: [String], _ json: inout JSONWriter) {
    json.open(.list, key)
    for text in texts { json.write(element: text) }
    json.close(.list)
  }

  private static func numbers(_ key: String, _ points: [Int], _ json: inout JSONWriter) {
    json.open(.list, key)
    for point in points { json.write(element: Int64(point + 1)) }
    json.close(.list)
  }
}
