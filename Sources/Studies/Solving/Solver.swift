public import Scenarios
import Statistics

/// Searches a factor's values for the one to take.
public struct Solver: Sendable {
  /// What is varied.
  public var factor: Factor
  /// What is searched.
  public var goal: Solution.Goal
  /// The metrics that are shown beside the requirements.
  public var shown: [MetricName]

  /// The most values of which every one is looked at where the first that holds is no answer, since later ones fail.
  public static let scanLimit = 64

  /// A search.
  public init(_ factor: Factor, _ goal: Solution.Goal, shown: [MetricName] = []) {
    self.factor = factor
    self.goal = goal
    self.shown = shown
  }

  /// Searches.
  ///
  /// - Parameter result: simulates the scenario with the value at a place; nil or a partial result where that was stopped.
  /// - Complexity: at most 4 + log₂(values) values are looked at where later values hold if earlier ones do; all of them where the best by a
  ///   metric is wanted.
  public func solve<Failure>(_ result: (Int) throws(Failure) -> StudyResult?) throws(Failure) -> Solution {
    switch goal {
    case .end(let end): try bisect(end, result)
    case .best(let metric): try scan(metric, result)
    }
  }

  private func bisect<Failure>(
    _ end: IntegerBisection.Goal, _ result: (Int) throws(Failure) -> StudyResult?
  ) throws(Failure) -> Solution {
    var bisection = IntegerBisection(end, in: 0...(factor.values.count - 1), scanLimit: Self.scanLimit)
    var points: [Int: StudyResult] = [:]
    while let next = bisection.next {
      guard let found = try result(next) else { return solution(.stopped, points) }
      points[next] = found
      if found.outline.isPartial { return solution(.stopped, points) }
      bisection.note(next, SequentialVerdict(found.outcome))
    }
    return solution(bisection.result.map(Solution.Outcome.init) ?? .stopped, points)
  }

  private func scan<Failure>(_ metric: MetricGoal, _ result: (Int) throws(Failure) -> StudyResult?) throws(Failure) -> Solution {
    var points: [Int: StudyResult] = [:]
    for index in factor.values.indices {
      guard let found = try result(index) else { return solution(.stopped, points) }
      points[index] = found
      if found.outline.isPartial { return solution(.stopped, points) }
    }
    let results = factor.values.indices.map { points[$0] }
    let ranking = SweepRanking(metric, results, among: results.indices.filter { results[$0]?.outcome == .pass })
    if let best = ranking.best { return solution(.best(best, set: ranking.set), points) }
    let open = results.indices.filter { results[$0]?.outcome == .undecided }
    return solution(open.isEmpty ? .noneHolds : .undecided(at: open, holds: nil), points)
  }

  private func solution(_ outcome: Solution.Outcome, _ points: [Int: StudyResult]) -> Solution {
    let known = points.map { Solution.Point(index: $0.key, result: $0.value) }.sorted { $0.index < $1.index }
    return Solution(factor: factor, goal: goal, outcome: outcome, shown: shown, points: known)
  }
}

extension SequentialVerdict {
  fileprivate init(_ outcome: ObjectiveVerdict.Outcome) {
    switch outcome {
    case .pass: self = .holds
    case .fail: self = .fails
    case .undecided: self = .undecided
    }
  }
}

extension Solution.Outcome {
  fileprivate init(_ result: IntegerBisection.Result) {
    switch result {
    case .answer(let index): self = .answer(index)
    case .allHold(let index): self = .allHold(index)
    case .noneHolds: self = .noneHolds
    case .notMonotone(let first, let failing, let isComplete): self = .notMonotone(first: first, failing: failing, isComplete: isComplete)
    case .undecided(let open, let holds): self = .undecided(at: open, holds: holds)
    }
  }
}
