/// The points at which each factor in turn is at either end of its range while all others stay at their base: 2k + 1 for k factors.
///
/// - Source: T. G. Eschenbach, Spiderplots versus tornado diagrams for sensitivity analysis, Interfaces 22 (1992).
public struct TornadoDesign: Sendable, Equatable {
  /// Where a factor is.
  public enum Setting: String, Sendable, Equatable, CaseIterable {
    /// At the low end of its range.
    case low
    /// As the scenario has it.
    case base
    /// At the high end of its range.
    case high
  }

  /// What a result does while one factor moves over its range.
  public struct Bar: Sendable, Equatable {
    /// The factor's number.
    public var factor: Int
    /// The result with the factor at its low end.
    public var low: Double
    /// The result with the factor at its high end.
    public var high: Double
    /// From the least to the greatest of the results at both ends and at the base, so that a factor with its best or worst in the middle
    /// shows.
    public var swing: Double
  }

  /// How many factors there are.
  public let factors: Int

  /// The design of some factors.
  public init(factors: Int) {
    precondition(factors > 0, "\(factors) factors")
    self.factors = factors
  }

  /// The points: the base, then the low and the high one of each factor.
  public var points: [[Setting]] {
    let base = [Setting](repeating: .base, count: factors)
    return [base]
      + (0..<factors).flatMap { factor in
        [Setting.low, .high].map { setting in
          var point = base
          point[factor] = setting
          return point
        }
      }
  }

  /// The bars of a diagram, the widest first, factors of equal swing in their order.
  ///
  /// - Parameter results: one a point, in the order of ``points``; infinite ones are allowed, NaN is not.
  public func bars(_ results: [Double]) -> [Bar] {
    precondition(results.count == 2 * factors + 1 && !results.contains(where: \.isNaN), "\(results.count) results, or no numbers")
    let bars = (0..<factors).map { factor in
      let (low, high) = (results[2 * factor + 1], results[2 * factor + 2])
      let (least, greatest) = (min(low, high, results[0]), max(low, high, results[0]))
      return Bar(factor: factor, low: low, high: high, swing: least == greatest ? 0 : greatest - least)
    }
    return bars.sorted { ($1.swing, $0.factor) < ($0.swing, $1.factor) }
  }
}
