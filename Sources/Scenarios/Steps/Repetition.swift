public import Variates

extension FunctionSpec {
  /// Whether its invocations may hand on what they have no time for.
  public var continues: Bool {
    steps.contains { step in
      guard case .repeat(let repetition) = step.action else { return false }
      return repetition.continuation != nil
    }
  }
}

/// Does steps several times.
public struct Repetition: Equatable, Sendable {
  /// How many times; a draw is rounded to the nearest whole number, at least 0.
  public var times: Distribution
  /// How many at a time at most, at least 1; nil: one after another.
  public var parallel: Int?
  /// What is done each time.
  public var steps: [Step]

  /// How the passes that are left are handed on before time is up, if they are.
  var continuation: ContinueAs? {
    guard case .continueAs(let next)? = steps.first?.action else { return nil }
    return next
  }

  /// A repetition from its parts.
  public init(times: Distribution, parallel: Int? = nil, steps: [Step]) {
    self.times = times
    self.parallel = parallel
    self.steps = steps
  }
}
