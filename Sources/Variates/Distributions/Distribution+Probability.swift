extension Distribution {
  /// The share of the distribution that does not exceed `x`.
  ///
  /// - Complexity: O(n) in the number of values that the distribution lists.
  public func cdf(_ x: Double) -> Double {
    switch self {
    case .constant(let value): return x < value ? 0 : 1
    case .exponential(let mean): return x <= 0 ? 0 : 1 - Elementary.exp(-x / mean)
    case .lognormal(let mu, let sigma):
      if x <= 0 { return 0 }
      if sigma == 0 { return x < Elementary.exp(mu) ? 0 : 1 }
      return Elementary.normalProbability((Elementary.log(x) - mu) / sigma)
    case .gamma(let shape, let scale): return Elementary.gammaProbability(x / scale, shape: shape)
    case .weibull(let shape, let scale): return x <= 0 ? 0 : 1 - Elementary.exp(-Elementary.power(x / scale, shape))
    case .pareto(let scale, let shape): return x <= scale ? 0 : 1 - Elementary.power(scale / x, shape)
    case .uniform(let low, let high):
      if x < low { return 0 }
      return x < high ? (x - low) / (high - low) : 1
    case .normal(let mean, let sd):
      if x < 0 { return 0 }
      if sd == 0 { return x < mean ? 0 : 1 }
      let kept = Elementary.normalProbability(mean / sd)
      return 1 - Elementary.normalProbability((mean - x) / sd) / kept
    case .zipf(let n, let s):
      if x < 1 { return 0 }
      if x >= Double(n) { return 1 }
      let law = ZipfLaw(n: n, s: s)
      return law.sum(power: 0, upTo: Int(x)) / law.sum(power: 0, upTo: n)
    case .categorical(let choices): return Distribution.share(of: choices) { $0 <= x ? 1 : 0 }
    case .quantiles(let table): return table.cdf(x)
    case .samples(let values): return Double(values.reduce(0) { $1 <= x ? $0 + 1 : $0 }) / Double(values.count)
    case .mixture(let parts): return Distribution.share(of: parts) { $0.cdf(x) }
    }
  }

  /// The smallest value that the share `p`, from 0 to 1, does not exceed.
  ///
  /// - Complexity: O(n log n) in the number of values that the distribution lists; gamma, Zipf and mixture search, with the cost of `cdf` at each of about 60 steps.
  public func quantile(_ p: Double) -> Double {
    precondition(p >= 0 && p <= 1, "no quantile at \(p)")
    switch self {
    case .constant(let value): return value
    case .exponential(let mean): return -mean * Elementary.log(1 - p)
    case .lognormal(let mu, let sigma):
      return sigma == 0 ? Elementary.exp(mu) : Elementary.exp(mu + sigma * Elementary.normalQuantile(p))
    case .gamma(let shape, let scale):
      if p == 0 || p == 1 { return p == 0 ? 0 : .infinity }
      return search(p, from: 0, to: scale * (shape + 40 * (1 + Elementary.squareRoot(shape))))
    case .weibull(let shape, let scale): return scale * Elementary.power(-Elementary.log(1 - p), 1 / shape)
    case .pareto(let scale, let shape): return scale * Elementary.exp(-Elementary.log(1 - p) / shape)
    case .uniform(let low, let high): return low + p * (high - low)
    case .normal(let mean, let sd):
      if sd == 0 { return mean }
      return max(0, mean - sd * Elementary.normalQuantile((1 - p) * Elementary.normalProbability(mean / sd)))
    case .zipf(let n, _): return Double(searchRank(p, upTo: n))
    case .categorical(let choices): return Distribution.quantile(of: choices, p)
    case .quantiles(let table): return table.quantile(p)
    case .samples(let values): return Distribution.quantile(of: values.map { Weighted(1, $0) }, p)
    case .mixture(let parts):
      let own = parts.filter { $0.weight > 0 }.map { $0.value.quantile(p) }
      guard let low = own.min(), let high = own.max(), low < high, high < .infinity else { return own.max() ?? .nan }
      // The least value at which the share is reached lies among those of the parts.
      return cdf(low) >= p ? low : search(p, from: low, to: high)
    }
  }

  /// The smallest number above `low` at which the share reaches `p`, which it does at `high`.
  private func search(_ p: Double, from low: Double, to high: Double) -> Double {
    var low = low
    var high = high
    while true {
      let middle = low + 0.5 * (high - low)
      guard low < middle, middle < high else { return high }
      if cdf(middle) >= p { high = middle } else { low = middle }
    }
  }

  /// The smallest rank from 1 to `last` at which the share reaches `p`.
  private func searchRank(_ p: Double, upTo last: Int) -> Int {
    var low = 0
    var high = last
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if cdf(Double(middle)) >= p { high = middle } else { low = middle }
    }
    return high
  }

  private static func share<Value>(of parts: [Weighted<Value>], _ share: (Value) -> Double) -> Double {
    parts.reduce(0) { $0 + $1.weight * share($1.value) } / parts.reduce(0) { $0 + $1.weight }
  }

  private static func quantile(of choices: [Weighted<Double>], _ p: Double) -> Double {
    let sorted = choices.filter { $0.weight > 0 }.sorted { $0.value < $1.value }
    let total = sorted.reduce(0) { $0 + $1.weight }
    var sum = 0.0
    for choice in sorted {
      sum += choice.weight
      if sum >= p * total { return choice.value }
    }
    return sorted.last?.value ?? .nan
  }
}
