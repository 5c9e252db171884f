/// What an interval says about a requirement.
///
/// A study that asks one goes on with further replications while it is undecided.
public enum SequentialVerdict: String, Sendable, Equatable, CaseIterable {
  /// Every value of the interval meets the requirement.
  case holds
  /// None does.
  case fails
  /// Some do and some do not.
  case undecided

  /// How a figure is to stand to its bound.
  public enum Relation: String, Sendable, Equatable, CaseIterable {
    /// Less than the bound.
    case less = "<"
    /// The bound or less.
    case atMost = "<="
    /// More than the bound.
    case greater = ">"
    /// The bound or more.
    case atLeast = ">="

    /// Whether a value stands so to a bound.
    public func holds(_ value: Double, _ bound: Double) -> Bool {
      switch self {
      case .less: value < bound
      case .atMost: value <= bound
      case .greater: value > bound
      case .atLeast: value >= bound
      }
    }
  }

  /// The verdict on a requirement such as `latency.p99 < 300 ms`.
  ///
  /// - Parameters:
  ///   - interval: of the figure; an end that is missing decides nothing.
  ///   - relation: how the figure is to stand to the bound.
  ///   - bound: in the figure's unit, finite.
  public init(_ interval: ConfidenceInterval, _ relation: Relation, _ bound: Double) {
    // The relations are monotone: what both ends do, everything between them does.
    switch (relation.holds(interval.lower, bound), relation.holds(interval.upper, bound)) {
    case (true, true): self = .holds
    case (false, false): self = .fails
    default: self = .undecided
    }
  }
}
