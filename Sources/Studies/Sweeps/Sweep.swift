public import Scenarios
import Statistics

/// The results of a study's points, and which of them are to be preferred.
public struct Sweep: Sendable {
  /// What was varied.
  public var design: StudyDesign
  /// One result a point; nil where none is known, since the study was stopped or did not get there.
  public var results: [StudyResult?]
  /// The metrics that are shown beside the objectives, in their order.
  public var shown: [MetricName]
  /// The best points among those that hold all objectives; nil where no metric was named.
  public var ranking: SweepRanking?
  /// Two metrics of which not both can be bettered at once.
  public var paretoGoals: [MetricGoal]
  /// The points that hold all objectives and to which no other such point is preferable in both metrics, ascending.
  public var pareto: [Int]

  /// Judges the points of a study.
  ///
  /// - Parameters:
  ///   - design: what was varied.
  ///   - results: one a point.
  ///   - shown: the metrics that are shown beside the objectives.
  ///   - rank: by what points are ranked.
  ///   - pareto: two metrics that are traded off; empty for none.
  public init(
    _ design: StudyDesign, _ results: [StudyResult?], shown: [MetricName] = [], rank: MetricGoal? = nil, pareto goals: [MetricGoal] = []
  ) {
    precondition(results.count == design.points.count, "\(results.count) results of \(design.points.count) points")
    precondition(goals.isEmpty || goals.count == 2, "\(goals.count) metrics to trade off")
    self.design = design
    self.results = results
    self.shown = shown
    paretoGoals = goals
    let holding = results.indices.filter { results[$0]?.outcome == .pass }
    ranking = rank.map { SweepRanking($0, results, among: holding) }
    let known = goals.isEmpty ? [] : holding.filter { point in goals.allSatisfy { results[point]?.number($0) != nil } }
    if known.isEmpty {
      pareto = []
    } else {
      let metrics = goals.map { goal in ParetoSet.Metric(known.map { results[$0]?.number(goal) ?? 0 }, better: goal.better) }
      pareto = ParetoSet(metrics[0], metrics[1]).indices.map { known[$0] }
    }
  }

  /// What is known of all points, in their order.
  public var known: [(point: Int, result: StudyResult)] {
    results.enumerated().compactMap { point, result in result.map { (point, $0) } }
  }

  /// The first point at which an objective fails; nil where none does.
  public var firstFailure: Int? { results.firstIndex { $0?.outcome == .fail } }

  /// What became of the objectives at the best of the points: met where one holds all of them, else undecided where one may hold them.
  public var outcome: ObjectiveVerdict.Outcome {
    let outcomes = results.compactMap { $0?.outcome }
    return outcomes.contains(.pass) ? .pass : outcomes.contains(.undecided) ? .undecided : .fail
  }

  /// Whether the study was stopped before all that is shown was done.
  public var isPartial: Bool { results.contains { $0?.outline.isPartial ?? false } }
}
