/// The difference of means between two fleets whose replications have nothing to do with each other: other seeds, other numbers of them.
///
/// Where the replications share their demand, ``PairedDifference`` is narrower.
///
/// - Source: B. L. Welch, The generalization of "Student's" problem when several different population variances are involved,
///   Biometrika 34 (1947); A. M. Law, Simulation Modeling and Analysis, 5th ed., section 10.2.2.
public struct WelchDifference: Sendable, Equatable {
  /// The first mean less the second, in their unit.
  public let estimate: Double

  /// The standard error of the difference; 0 where either has fewer than two values.
  public let standardError: Double

  /// Degrees of freedom by Satterthwaite's formula, mostly not whole; 0 where either has fewer than two values.
  public let freedom: Double

  /// The t interval around the estimate; without ends where either has fewer than two values.
  public let interval: ConfidenceInterval

  /// How likely it is that fleets without a difference differ at least as much; 1 where the interval has no ends.
  public let pValue: Double

  /// The difference of the means of some values.
  ///
  /// - Parameters:
  ///   - first: one value a replication, at least one, all finite.
  ///   - second: those of the other fleet, at least one.
  ///   - level: the confidence level, between 0 and 1.
  /// - Complexity: O(values).
  public init(_ first: [Double], minus second: [Double], level: Double = 0.95) {
    let (one, other) = (MeanInterval(first, level: level), MeanInterval(second, level: level))
    estimate = one.mean - other.mean
    guard one.count > 1, other.count > 1 else {
      (standardError, freedom, interval, pValue) = (0, 0, .unbounded, 1)
      return
    }
    let (ofOne, ofOther) = (one.standardError * one.standardError, other.standardError * other.standardError)
    standardError = (ofOne + ofOther).squareRoot()
    guard standardError > 0 else {
      (freedom, interval) = (Double(one.count + other.count - 2), ConfidenceInterval(center: estimate, halfWidth: 0))
      pValue = estimate == 0 ? 1 : 0
      return
    }
    // By shares of the variance, so that neither small nor large variances leave the range of a Double when squared.
    let (share, rest) = (ofOne / (ofOne + ofOther), ofOther / (ofOne + ofOther))
    freedom = 1 / (share * share / Double(one.count - 1) + rest * rest / Double(other.count - 1))
    interval = ConfidenceInterval(center: estimate, halfWidth: standardError * StudentT.reach(level: level, freedom: freedom))
    pValue = StudentT.twoSidedPValue(estimate: estimate, standardError: standardError, freedom: freedom)
  }
}
