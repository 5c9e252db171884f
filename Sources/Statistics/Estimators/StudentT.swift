internal import CGSL

/// Student's t distribution, as the intervals and tests need it.
enum StudentT {
  /// The value that a share of all others does not exceed.
  ///
  /// - Parameters:
  ///   - share: between 0 and 1.
  ///   - freedom: degrees of freedom, more than 0, not necessarily whole.
  static func quantile(_ share: Double, freedom: Double) -> Double { gsl_cdf_tdist_Pinv(share, freedom) }

  /// How far the two-sided interval of a level reaches, in standard errors.
  static func reach(level: Double, freedom: Double) -> Double { quantile(0.5 + level / 2, freedom: freedom) }

  /// How likely it is that an estimate whose true value is 0 comes out at least as far from 0.
  ///
  /// - Returns: the two-sided p-value; without any error, 1 for an estimate of 0 and 0 for every other.
  static func twoSidedPValue(estimate: Double, standardError: Double, freedom: Double) -> Double {
    if standardError == 0 { return estimate == 0 ? 1 : 0 }
    return min(1, 2 * gsl_cdf_tdist_Q(abs(estimate / standardError), freedom))
  }
}
