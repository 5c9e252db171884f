internal import Statistics

/// How sure a figure is: the interval around it, in the figure's base unit.
public struct FigureInterval: Equatable, Sendable {
  /// How an interval comes about; the raw value is its word in tables.
  public enum Method: String, Equatable, Sendable, CaseIterable {
    /// Student's t over one value a replication.
    case student = "t"
    /// The pooled quantile with delete-one-replication jackknife.
    case jackknife
    /// The least and the greatest of the replications: no confidence interval.
    case range
  }

  /// The confidence level of intervals that have one.
  public static let level = 0.95

  /// The fewest replications for which a confidence interval is given: with fewer it says next to nothing.
  public static let fewestReplications = 5

  /// The lower end; minus infinity where it has none.
  public var low: Double
  /// The upper end; infinity where it has none.
  public var high: Double
  /// How it came about.
  public var method: Method

  /// Half its length, as a share of a figure; infinite where the figure is 0 or an end is open.
  func relativeHalfWidth(around figure: Double) -> Double {
    ConfidenceInterval(lower: low, upper: high).relativeHalfWidth(of: figure)
  }
}
