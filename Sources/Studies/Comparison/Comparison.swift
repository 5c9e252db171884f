import Scenarios
import Statistics

/// Variants of a scenario against a baseline.
public struct Comparison: Sendable {
  /// The results, the baseline first; their outlines carry the variants' names.
  public var results: [StudyResult]
  /// Every listed figure of every variant, by variant and then in the order of the tables.
  public var differences: [MetricDifference]
  /// How the bills differ, by variant and then by line.
  public var costs: [CostDifference]
  /// Whether all met the same demand, by common random numbers.
  public var isPaired: Bool

  /// Compares results of equally many replications.
  ///
  /// The chance to call a difference that is none is kept over the variants of a metric, by Holm's rule, and not over the metrics.
  ///
  /// - Parameter results: at least two, the baseline first.
  /// - Complexity: O(variants times metrics times replications).
  public init(_ results: [StudyResult]) {
    precondition(results.count > 1, "\(results.count) results to compare")
    self.results = results
    let baseline = results[0]
    let isPaired = results.allSatisfy { $0.outline.seed == baseline.outline.seed }
    self.isPaired = isPaired
    var byVariant = results.dropFirst().map { result in
      let metrics = Dictionary(uniqueKeysWithValues: result.metrics.map { ($0.key, $0.estimate) })
      return baseline.metrics.map { value in
        metrics[value.key].map { MetricDifference(value, $0, variant: result.outline.variant, isPaired: isPaired) }
      }
    }
    for metric in baseline.metrics.indices {
      let judged = byVariant.indices.filter { byVariant[$0][metric]?.pValue != nil }
      let adjusted = HolmAdjustment(judged.compactMap { byVariant[$0][metric]?.pValue }).pValues
      for (variant, pValue) in zip(judged, adjusted) {
        byVariant[variant][metric]?.pValue = pValue
        byVariant[variant][metric]?.judge()
      }
    }
    differences = byVariant.flatMap { $0.compactMap(\.self) }
    costs = results.dropFirst().flatMap { CostDifference.list(baseline.costs, $0.costs, variant: $0.outline.variant) }
  }

  /// Whether any variant differs from the baseline in a way that is not chance.
  public var differs: Bool { differences.contains { $0.verdict == .differs } }
}

extension MetricValue {
  /// Whose, which metric and which statistic: the same in results of variants.
  struct Key: Hashable {
    let subject: Objective.Subject
    let word: String
    let statistic: Statistic
  }

  var key: Key { Key(subject: subject, word: word, statistic: statistic) }
}
