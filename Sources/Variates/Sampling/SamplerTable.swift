/// Makes samplers of distributions and owns the knots that they share.
public struct SamplerTable: Sendable {
  /// What does not fit into the samplers; give its base address to `Sampler.sample`.
  ///
  /// Never empty, so that it always has one.
  public private(set) var knots: [Double] = [0]

  /// An empty table.
  public init() {}

  /// A sampler of `distribution`, which must have no `problems`.
  ///
  /// - Complexity: O(n) in the number of values that the distribution lists.
  public mutating func add(_ distribution: Distribution) -> Sampler {
    let problems = distribution.problems
    precondition(problems.isEmpty, "\(distribution) has problems: \(problems)")
    switch distribution {
    case .constant(let value): return Sampler(constant: value)
    case .exponential(let mean): return Sampler(.exponential, mean)
    case .lognormal(let mu, let sigma): return Sampler(.lognormal, mu, sigma)
    case .uniform(let low, let high): return Sampler(.uniform, low, high - low)
    case .quantiles(let table): return addQuantiles(table)
    case .gamma(let shape, let scale): return addGamma(shape, scale)
    case .weibull(let shape, let scale): return Sampler(.weibull, scale, 1 / shape)
    case .pareto(let scale, let shape): return Sampler(.pareto, scale, 1 / shape)
    case .normal(let mean, let sd): return Sampler(.normal, mean, sd)
    case .zipf(let n, let s): return addZipf(n, s)
    case .categorical(let choices): return addCategorical(choices)
    case .samples(let values): return Sampler(.samples, start: append(values), count: values.count)
    case .mixture(let parts): return addMixture(parts)
    }
  }

  /// Appends knots and says where they start.
  private mutating func append(_ new: [Double]) -> Int {
    let start = knots.count
    knots += new
    return start
  }

  private mutating func addGamma(_ shape: Double, _ scale: Double) -> Sampler {
    let raised = shape < 1 ? shape + 1 : shape
    let d = raised - 1.0 / 3
    return Sampler(.gamma, scale, start: append([d, 1 / (3 * Elementary.squareRoot(d)), shape < 1 ? 1 / shape : 0]))
  }

  private mutating func addZipf(_ n: Int, _ s: Double) -> Sampler {
    let first = ZipfLaw.integral(1.5, s: s) - 1
    let last = ZipfLaw.integral(Double(n) + 0.5, s: s)
    let sure = 2 - ZipfLaw.integralInverse(ZipfLaw.integral(2.5, s: s) - Elementary.exp(-s * Elementary.log(2)), s: s)
    return Sampler(.zipf, Double(n), s, start: append([first, last, sure]))
  }

  private mutating func addCategorical(_ choices: [Weighted<Double>]) -> Sampler {
    let table = AliasTable(choices.map(\.weight))
    let columns = choices.indices.flatMap { [choices[$0].value, table.kept[$0], choices[table.other[$0]].value] }
    return Sampler(.categorical, start: append(columns), count: choices.count)
  }

  private mutating func addMixture(_ parts: [Weighted<Distribution>]) -> Sampler {
    let table = AliasTable(parts.map(\.weight))
    let samplers = parts.map { add($0.value) }
    let columns = parts.indices.flatMap { [table.kept[$0], Double(table.other[$0])] + samplers[$0].knots }
    return Sampler(.mixture, start: append(columns), count: parts.count)
  }

  /// Three knots a point: the share, the value or its logarithm, and its slope up to the next point.
  private mutating func addQuantiles(_ table: QuantileTable) -> Sampler {
    let start = knots.count
    let points = table.scaledKnots.map { knot in
      table.interpolation == .log ? Quantile(knot.p, Elementary.log(knot.value)) : knot
    }
    for (index, point) in points.enumerated() {
      knots += [point.p, point.value]
      if index + 1 < points.count {
        let next = points[index + 1]
        knots.append((next.value - point.value) / (next.p - point.p))
      } else {
        knots.append(0)
      }
    }
    let kind = table.interpolation == .log ? Sampler.Kind.logQuantiles : .linearQuantiles
    return Sampler(kind, start: start, count: points.count)
  }
}
