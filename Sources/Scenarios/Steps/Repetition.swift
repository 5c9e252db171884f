public import Variates

/// Does steps several times.
public struct Repetition: Equatable, Sendable {
  /// How many times; a draw is rounded to the nearest whole number, at least 0.
  public var times: Distribution
  /// How many at a time at most, at least 1; nil: one after another.
  public var parallel: Int?
  /// What is done each time.
  public var steps: [Step]

  /// A repetition from its parts.
  public init(times: Distribution, parallel: Int? = nil, steps: [Step]) {
    self.times = times
    self.parallel = parallel
    self.steps = steps
  }
}
