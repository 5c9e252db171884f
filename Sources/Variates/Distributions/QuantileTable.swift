/// A distribution known by some of its quantiles, as measurements are published.
///
/// Between knots its quantile function is a straight line in the value or in the value's logarithm. Outside of the outermost knots their value holds:
/// nothing is invented beyond what was measured.
public struct QuantileTable: Equatable, Sendable {
  /// How values between two knots are found.
  public enum Interpolation: Equatable, Sendable, CaseIterable {
    /// On a straight line: equal steps of the share are equal differences.
    case linear

    /// On a straight line in the logarithm: equal steps of the share are equal ratios. The values must be positive.
    case log
  }

  /// What was measured, with growing shares and values that do not fall.
  public var knots: [Quantile]

  /// How values between two knots are found.
  public var interpolation: Interpolation

  /// The mean to which all values are scaled by one common factor, in the values' unit; as the knots have it if nil.
  public var mean: Double?

  /// A table of `knots`, which the caller has checked or will check with `Distribution.problems`.
  public init(_ knots: [Quantile], interpolation: Interpolation, mean: Double? = nil) {
    self.knots = knots
    self.interpolation = interpolation
    self.mean = mean
  }
}
