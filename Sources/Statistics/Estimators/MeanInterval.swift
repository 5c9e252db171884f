internal import CGSL

/// A mean over independent replications with its Student t interval.
///
/// - Source: A. M. Law, Simulation Modeling and Analysis, 5th ed., eq. 4.12.
public struct MeanInterval: Sendable, Equatable {
  /// The mean of the values.
  public let mean: Double

  /// The standard error of the mean; 0 for fewer than two values.
  public let standardError: Double

  /// How far the interval reaches to either side; infinite for fewer than two values.
  public let halfWidth: Double

  /// The interval of some values.
  ///
  /// - Parameters:
  ///   - values: one a replication, at least one.
  ///   - level: the confidence level, between 0 and 1.
  public init(_ values: [Double], level: Double = 0.95) {
    precondition(!values.isEmpty && level > 0 && level < 1, "\(values.count) values at level \(level)")
    let n = Double(values.count)
    mean = values.reduce(0, +) / n
    guard values.count > 1 else {
      (standardError, halfWidth) = (0, .infinity)
      return
    }
    let center = mean
    let variance = values.reduce(0) { $0 + ($1 - center) * ($1 - center) } / (n - 1)
    standardError = (variance / n).squareRoot()
    halfWidth = standardError * gsl_cdf_tdist_Pinv(0.5 + level / 2, n - 1)
  }
}
