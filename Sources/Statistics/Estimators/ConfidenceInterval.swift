/// The values among which the true one lies with a given confidence, as the data tell.
///
/// An end that the data do not tell is infinite: a single replication gives an interval without ends.
public struct ConfidenceInterval: Sendable, Equatable {
  /// The lower end, in the unit of the estimate; minus infinity where there is none.
  public let lower: Double

  /// The upper end, in the unit of the estimate; infinity where there is none.
  public let upper: Double

  /// The interval without ends.
  public static let unbounded = ConfidenceInterval(lower: -.infinity, upper: .infinity)

  /// An interval from its ends.
  ///
  /// - Parameters:
  ///   - lower: at most `upper`.
  ///   - upper: at least `lower`.
  public init(lower: Double, upper: Double) {
    precondition(lower <= upper, "an interval from \(lower) to \(upper)")
    (self.lower, self.upper) = (lower, upper)
  }

  /// The interval that reaches equally far to either side of an estimate.
  ///
  /// - Parameters:
  ///   - center: finite.
  ///   - halfWidth: not negative; infinite for an interval without ends.
  public init(center: Double, halfWidth: Double) {
    self.init(lower: center - halfWidth, upper: center + halfWidth)
  }

  /// Half of its length; infinite where an end is missing.
  public var halfWidth: Double { lower == upper ? 0 : (upper - lower) / 2 }

  /// How precise an estimate is: the half-width by the estimate's size.
  ///
  /// - Returns: 0 where the interval is a point, and infinity where an end is missing or the estimate is 0.
  public func relativeHalfWidth(of estimate: Double) -> Double {
    let halfWidth = halfWidth
    return halfWidth == 0 ? 0 : halfWidth.isInfinite ? .infinity : halfWidth / abs(estimate)
  }

  /// Whether a value lies in the interval, its ends among it.
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}
