import Scenarios
import Studies

/// What is shown of every point of a study: what an objective is on, or a metric that was asked for.
struct StudyColumn: Sendable {
  /// What is measured.
  let name: MetricName
  /// The place of the objective among the results' own; nil for a metric without one.
  let objective: Int?

  /// The columns of some results of one scenario: the objectives, then the metrics that none of them is on.
  static func columns(_ results: [StudyResult], shown: [MetricName]) -> [StudyColumn] {
    let objectives = (results.first?.objectives ?? []).enumerated().map { StudyColumn(name: $1.objective.measured, objective: $0) }
    var known = Set(objectives.map(\.name.text))
    // What a month costs stands in a column of its own.
    let further = shown.filter { ($0.subject, $0.metric) != (.cost, .monthCost) }
    return objectives + further.filter { known.insert($0.text).inserted }.map { StudyColumn(name: $0, objective: nil) }
  }

  /// The unit of its figures.
  var unit: MetricUnit { MetricUnit(name.metric, name.statistic) }

  /// What was measured at a point.
  func estimate(_ result: StudyResult) -> Estimate? {
    verdict(result)?.estimate ?? result.asked(name)?.estimate
  }

  /// What became of the objective at a point; nil for a metric without one.
  func verdict(_ result: StudyResult) -> ObjectiveVerdict? { objective.map { result.objectives[$0] } }

  /// The name of the column in a table for people: what is measured, and the unit.
  var header: String {
    unit == .count || name.text.hasSuffix("_\(unit.rawValue)") ? name.text : "\(name.text)_\(unit.rawValue)"
  }
}

extension StudyResult {
  /// What a month costs, and how sure that is.
  var monthCost: Estimate? { metrics.first { $0.subject == .cost && $0.metric == .monthCost }?.estimate }
}
