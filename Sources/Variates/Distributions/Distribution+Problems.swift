extension Distribution {
  /// Everything that is wrong with the distribution; empty if it can be drawn from.
  ///
  /// - Complexity: O(n) in the number of values that the distribution lists.
  public var problems: [DistributionProblem] {
    switch self {
    case .constant(let value): return Distribution.finite("value", value)
    case .exponential(let mean): return Distribution.positive("mean", mean)
    case .lognormal(let mu, let sigma):
      // Beyond these e^mu and the mean have no meaning in any unit.
      if mu.isFinite, abs(mu) > 300 { return [DistributionProblem("mu", "is \(mu)", mend: "Keep it between -300 and 300.")] }
      return Distribution.finite("mu", mu) + Distribution.atMost(20, "sigma", sigma)
    case .gamma(let shape, let scale): return Distribution.positive("shape", shape) + Distribution.positive("scale", scale)
    case .weibull(let shape, let scale):
      if shape > 0, shape < 0.02 { return [DistributionProblem("shape", "is \(shape)", mend: "Make it at least 0.02.")] }
      return Distribution.positive("shape", shape) + Distribution.positive("scale", scale)
    case .pareto(let scale, let shape): return Distribution.positive("scale", scale) + Distribution.positive("shape", shape)
    case .uniform(let low, let high):
      let ends = Distribution.finite("low", low) + Distribution.finite("high", high)
      if ends.isEmpty, low > high { return [DistributionProblem("low", "is \(low), above high, \(high)", mend: "Swap them.")] }
      return ends
    case .normal(let mean, let sd): return Distribution.notNegative("mean", mean) + Distribution.notNegative("sd", sd)
    case .zipf(let n, let s):
      let ranks = 1...1_000_000_000_000
      let range = ranks.contains(n) ? [] : [DistributionProblem("n", "is \(n)", mend: "Give a number of ranks from 1 to 10^12.")]
      return range + Distribution.atMost(20, "s", s)
    case .categorical(let choices):
      let values = choices.indices.flatMap { Distribution.finite("categorical[\($0)].value", choices[$0].value) }
      return Distribution.weights(choices, of: "categorical") + values
    case .quantiles(let table): return table.problems
    case .samples(let values):
      if values.isEmpty { return [DistributionProblem("samples", "are empty", mend: "Give at least one value.")] }
      return values.indices.flatMap { Distribution.finite("samples[\($0)]", values[$0]) }
    case .mixture(let parts):
      let own = parts.indices.flatMap { index in
        parts[index].value.problems.map { DistributionProblem("mixture[\(index)].\($0.parameter)", $0.what, mend: $0.mend) }
      }
      return Distribution.weights(parts, of: "mixture") + own
    }
  }

  /// The smallest value that can be drawn; a caller that needs durations or sizes refuses what is below 0.
  ///
  /// - Complexity: O(n log n) in the number of values that the distribution lists.
  public var lowest: Double {
    if case .mixture(let parts) = self { return parts.filter { $0.weight > 0 }.map(\.value.lowest).min() ?? .nan }
    return quantile(0)
  }

  static func finite(_ parameter: String, _ value: Double) -> [DistributionProblem] {
    value.isFinite ? [] : [DistributionProblem(parameter, "is \(value)", mend: "Give a finite number.")]
  }

  static func positive(_ parameter: String, _ value: Double) -> [DistributionProblem] {
    value > 0 && value.isFinite ? [] : [DistributionProblem(parameter, "is \(value)", mend: "Give a number above 0.")]
  }

  static func notNegative(_ parameter: String, _ value: Double) -> [DistributionProblem] {
    value >= 0 && value.isFinite ? [] : [DistributionProblem(parameter, "is \(value)", mend: "Give a number of at least 0.")]
  }

  static func atMost(_ most: Int, _ parameter: String, _ value: Double) -> [DistributionProblem] {
    let range = 0...Double(most)
    return range.contains(value) ? [] : [DistributionProblem(parameter, "is \(value)", mend: "Give a number from 0 to \(most).")]
  }

  private static func weights<Value>(_ choices: [Weighted<Value>], of list: String) -> [DistributionProblem] {
    let each = choices.indices.flatMap { notNegative("\(list)[\($0)].weight", choices[$0].weight) }
    guard each.isEmpty else { return each }
    let total = choices.reduce(0) { $0 + $1.weight }
    return total > 0 && total.isFinite
      ? [] : [DistributionProblem(list, "has no weight in all", mend: "Give at least one choice a weight above 0.")]
  }
}
