/// What was paid for and came to nothing; the raw value is its word in tables.
///
/// The kinds exclude each other: what fits several counts as the first of them.
public enum Waste: String, Equatable, Hashable, Sendable, CaseIterable {
  /// A first try that failed or ran into its timeout.
  case failed
  /// A further try that failed again.
  case retried
  /// Work after the caller had given up.
  case abandoned
  /// Calls that brought nothing.
  case idle
}

extension CostLine {
  /// What its waste of one kind costs.
  public func waste(_ kind: Waste) -> WasteCost {
    zip(Waste.allCases, waste).first { $0.0 == kind }?.1 ?? WasteCost()
  }
}
