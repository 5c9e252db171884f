/// Makes samplers of distributions and owns the knots that they share.
public struct SamplerTable: Sendable {
  /// What does not fit into the samplers; give its base address to `Sampler.sample`.
  public private(set) var knots: [Double] = []

  /// An empty table.
  public init() {}

  /// A sampler of `distribution`, which must have no `problems`.
  ///
  /// - Complexity: O(n) in the number of values that the distribution lists.
  public mutating func add(_ distribution: Distribution) -> Sampler {
    switch distribution {
    case .constant(let value): return Sampler(constant: value)
    case .exponential(let mean): return Sampler(.exponential, mean)
    case .lognormal(let mu, let sigma): return Sampler(.lognormal, mu, sigma)
    case .uniform(let low, let high): return Sampler(.uniform, low, high - low)
    case .quantiles(let table): return addQuantiles(table)
    default: preconditionFailure("no sampler of \(distribution)")
    }
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
