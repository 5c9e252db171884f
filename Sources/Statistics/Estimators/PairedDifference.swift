/// The difference of a figure between two fleets that met the same demand, replication by replication.
///
/// With common random numbers the n-th replications of both see the same requests, so that much of what varies cancels in their
/// difference; the interval is that of the differences and no other.
///
/// - Source: A. M. Law, Simulation Modeling and Analysis, 5th ed., section 10.2.1.
public struct PairedDifference: Sendable, Equatable {
  /// The first figure less the second, in their unit.
  public let estimate: Double

  /// The standard error of the difference; 0 for fewer than two pairs, infinite where a replication leaves it open.
  public let standardError: Double

  /// The t interval around the estimate; without ends for fewer than two pairs, and where a replication leaves it open.
  public let interval: ConfidenceInterval

  /// How likely it is that fleets without a difference differ at least as much; 1 where the interval has no ends.
  public let pValue: Double

  /// The difference of means.
  ///
  /// - Parameters:
  ///   - first: one value a replication, at least one, all finite.
  ///   - second: those of the same replications of the other fleet.
  ///   - center: what is reported as the difference, where that is not the mean of the differences: for pseudo-values, the difference of
  ///     the estimates.
  ///   - level: the confidence level, between 0 and 1.
  /// - Complexity: O(values).
  public init(_ first: [Double], minus second: [Double], center: Double? = nil, level: Double = 0.95) {
    precondition(first.count == second.count, "\(first.count) values and \(second.count)")
    let differences = MeanInterval(zip(first, second).map { $0 - $1 }, level: level)
    estimate = center ?? differences.mean
    standardError = differences.standardError
    interval = ConfidenceInterval(center: estimate, halfWidth: differences.halfWidth)
    pValue =
      differences.count < 2
      ? 1 : StudentT.twoSidedPValue(estimate: estimate, standardError: standardError, freedom: Double(differences.count - 1))
  }

  /// The difference of pooled quantiles, by the jackknife of the paired difference.
  ///
  /// - Parameters:
  ///   - first: a quantile over as many replications as `second`.
  ///   - second: the same quantile of the other fleet.
  ///   - level: the confidence level, between 0 and 1.
  /// - Returns: nil where either quantile has no finite value. Where it has one, but has none without some replication, the interval
  ///   has no ends.
  public init?(_ first: QuantileJackknife, minus second: QuantileJackknife, level: Double = 0.95) {
    guard let one = first.pooled, let other = second.pooled else { return nil }
    let center = Double(one - other)
    if let first = first.pseudoValues, let second = second.pseudoValues {
      self.init(first, minus: second, center: center, level: level)
    } else {
      self.init(open: center)
    }
  }

  /// A difference of which the replications do not tell how sure it is.
  private init(open estimate: Double) {
    (self.estimate, standardError, interval, pValue) = (estimate, .infinity, .unbounded, 1)
  }
}
