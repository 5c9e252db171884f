extension Distribution {
  /// The mean, in the distribution's unit; infinite for a Pareto of shape at most 1.
  ///
  /// - Complexity: O(n) in the number of values that the distribution lists.
  public var mean: Double {
    switch self {
    case .constant(let value): return value
    case .exponential(let mean): return mean
    case .lognormal(let mu, let sigma): return Elementary.exp(mu + 0.5 * sigma * sigma)
    case .gamma(let shape, let scale): return shape * scale
    case .weibull(let shape, let scale): return scale * Elementary.exp(Elementary.logGamma(1 + 1 / shape))
    case .pareto(let scale, let shape): return shape > 1 ? scale * shape / (shape - 1) : .infinity
    case .uniform(let low, let high): return 0.5 * (low + high)
    case .normal(let mean, let sd): return sd == 0 ? mean : mean + sd * Distribution.hazard(mean / sd)
    case .zipf(let n, let s):
      let law = ZipfLaw(n: n, s: s)
      return law.sum(power: 1, upTo: n) / law.sum(power: 0, upTo: n)
    case .categorical(let choices): return Distribution.average(choices) { $0 }
    case .quantiles(let table): return table.mean ?? table.moment(1)
    case .samples(let values): return values.reduce(0, +) / Double(values.count)
    case .mixture(let parts): return Distribution.average(parts) { $0.mean }
    }
  }

  /// The variance, in the distribution's unit squared; infinite for a Pareto of shape at most 2.
  ///
  /// - Complexity: O(n) in the number of values that the distribution lists.
  public var variance: Double {
    switch self {
    case .constant: return 0
    case .exponential(let mean): return mean * mean
    case .lognormal(let mu, let sigma):
      let spread = Elementary.exp(sigma * sigma)
      return (spread - 1) * spread * Elementary.exp(2 * mu)
    case .gamma(let shape, let scale): return shape * scale * scale
    case .weibull(let shape, let scale):
      let square = Elementary.exp(Elementary.logGamma(1 + 2 / shape))
      let first = Elementary.exp(Elementary.logGamma(1 + 1 / shape))
      return scale * scale * (square - first * first)
    case .pareto(let scale, let shape):
      return shape > 2 ? scale * scale * shape / ((shape - 1) * (shape - 1) * (shape - 2)) : .infinity
    case .uniform(let low, let high): return (high - low) * (high - low) / 12
    case .normal(let mean, let sd):
      if sd == 0 { return 0 }
      let hazard = Distribution.hazard(mean / sd)
      return sd * sd * (1 - hazard * (mean / sd + hazard))
    case .zipf(let n, let s):
      let law = ZipfLaw(n: n, s: s)
      return law.sum(power: 2, upTo: n) / law.sum(power: 0, upTo: n) - mean * mean
    case .categorical(let choices):
      let mean = mean
      return Distribution.average(choices) { ($0 - mean) * ($0 - mean) }
    case .quantiles(let table):
      let scale = table.scale
      return scale * scale * table.moment(2) - mean * mean
    case .samples(let values):
      let mean = mean
      return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    case .mixture(let parts):
      let mean = mean
      return Distribution.average(parts) { $0.variance + ($0.mean - mean) * ($0.mean - mean) }
    }
  }

  /// The standard deviation over the mean.
  public var cv: Double { Elementary.squareRoot(variance) / mean }

  /// By how many standard deviations a normal's mean grows when what lies more than `z` of them below it is cut off.
  ///
  /// - Source: N. L. Johnson, S. Kotz, N. Balakrishnan, Continuous Univariate Distributions 1, 13.10.1.
  private static func hazard(_ z: Double) -> Double {
    Elementary.normalDensity(z) / Elementary.normalProbability(z)
  }

  private static func average<Value>(_ parts: [Weighted<Value>], of quantity: (Value) -> Double) -> Double {
    let total = parts.reduce(0) { $0 + $1.weight }
    // What has no weight has no say, even if its moment is infinite.
    return parts.reduce(0) { $1.weight == 0 ? $0 : $0 + $1.weight / total * quantity($1.value) }
  }
}
