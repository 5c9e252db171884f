/// A mean over independent replications with its Student t interval.
///
/// - Source: A. M. Law, Simulation Modeling and Analysis, 5th ed., eq. 4.12.
public struct MeanInterval: Sendable, Equatable {
  /// How many values there are.
  public let count: Int

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
  /// - Complexity: O(values).
  public init(_ values: [Double], level: Double = 0.95) {
    precondition(!values.isEmpty && level > 0 && level < 1, "\(values.count) values at level \(level)")
    count = values.count
    let n = Double(values.count)
    mean = values.reduce(0, +) / n
    guard values.count > 1 else {
      (standardError, halfWidth) = (0, .infinity)
      return
    }
    let center = mean
    let variance = values.reduce(0) { $0 + ($1 - center) * ($1 - center) } / (n - 1)
    standardError = (variance / n).squareRoot()
    halfWidth = standardError == 0 ? 0 : standardError * StudentT.reach(level: level, freedom: n - 1)
  }

  /// The interval's ends.
  public var interval: ConfidenceInterval { ConfidenceInterval(center: mean, halfWidth: halfWidth) }

  /// The standard deviation of one value; 0 for fewer than two values.
  public var deviation: Double { standardError * Double(count).squareRoot() }

  /// How precise the mean is: the half-width by the mean's size.
  public var relativeHalfWidth: Double { interval.relativeHalfWidth(of: mean) }

  /// How likely it is that values whose true mean is a given one have a mean at least as far from it: the two-sided p-value.
  ///
  /// - Returns: 1 for fewer than two values.
  public func pValue(against mean: Double = 0) -> Double {
    guard count > 1 else { return 1 }
    return StudentT.twoSidedPValue(estimate: self.mean - mean, standardError: standardError, freedom: Double(count - 1))
  }
}
