/// What is wrong with a distribution as it was written: a user's mistake, as a value.
public struct DistributionProblem: Error, Equatable, Sendable {
  /// The parameter that is wrong, as `sigma`, `knots[2].p` or `mixture[0].mean`; empty if it is the whole.
  public var parameter: String

  /// What is wrong with it, as a clause: "is -3".
  public var what: String

  /// How to mend it, as a sentence in the imperative.
  public var mend: String

  /// A problem with `parameter`.
  public init(_ parameter: String, _ what: String, mend: String) {
    self.parameter = parameter
    self.what = what
    self.mend = mend
  }
}
