import Statistics

/// Which points of a sweep are best by a metric.
public struct SweepRanking: Equatable, Sendable {
  /// By what they are ranked.
  public var goal: MetricGoal
  /// The point with the best figure; nil where no point that counts has one.
  public var best: Int?
  /// Points that cannot be told from the best with 95 % confidence, the best among them; ascending.
  public var set: [Int]

  /// Ranks some points.
  ///
  /// Points are compared by intervals of their paired differences under common random numbers. One without a value in each replication
  /// can't be compared so: it is in the set.
  ///
  /// - Parameters:
  ///   - results: one a point, of equally many replications; others are compared by those that they have in common.
  ///   - points: the points that count.
  /// - Complexity: O(points² times replications).
  init(_ goal: MetricGoal, _ results: [StudyResult?], among points: [Int]) {
    self.goal = goal
    let known = points.filter { results[$0]?.number(goal)?.isFinite ?? false }
    let numbers = known.map { results[$0]?.number(goal) ?? 0 }
    let replicates = known.map { results[$0]?.asked(goal.name)?.estimate.replicates ?? [] }
    let compared = known.indices.filter { !replicates[$0].isEmpty }
    let common = compared.map { replicates[$0].count }.min() ?? 0
    best = numbers.indices.min { goal.better.prefers(numbers[$0], to: numbers[$1]) }.map { known[$0] }
    var set = Set(known.indices.filter { replicates[$0].isEmpty }.map { known[$0] })
    if !compared.isEmpty {
      let subset = BestSubset(
        compared.map { Array(replicates[$0].prefix(common)) }, estimates: compared.map { numbers[$0] }, better: goal.better)
      set.formUnion(subset.indices.map { known[compared[$0]] })
    }
    if let best { set.insert(best) }
    self.set = set.sorted()
  }
}
