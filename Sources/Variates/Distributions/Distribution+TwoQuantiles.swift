// Each of these gives the distribution of its family that has two given quantiles, in either order.

extension Distribution {
  /// The lognormal with these two quantiles, of positive values.
  ///
  /// - Throws: what is wrong with them.
  /// - Source: log value = mu + sigma · z, with z the standard normal's quantile at the share.
  public static func lognormal(_ first: Quantile, _ second: Quantile) throws(DistributionProblem) -> Distribution {
    let (low, high) = try ordered(first, second)
    let sigma = Elementary.log(high.value / low.value) / (Elementary.normalQuantile(high.p) - Elementary.normalQuantile(low.p))
    return .lognormal(mu: Elementary.log(low.value) - sigma * Elementary.normalQuantile(low.p), sigma: sigma)
  }

  /// The Weibull with these two quantiles, of positive values.
  ///
  /// - Throws: what is wrong with them.
  /// - Source: log value = log scale + log(-log(1 - p)) / shape.
  public static func weibull(_ first: Quantile, _ second: Quantile) throws(DistributionProblem) -> Distribution {
    let (low, high) = try ordered(first, second)
    let left = Elementary.log(-Elementary.log(1 - low.p))
    let right = Elementary.log(-Elementary.log(1 - high.p))
    let shape = (right - left) / Elementary.log(high.value / low.value)
    return .weibull(shape: shape, scale: low.value * Elementary.exp(-left / shape))
  }

  /// The Pareto with these two quantiles, of positive values.
  ///
  /// - Throws: what is wrong with them.
  /// - Source: log value = log scale - log(1 - p) / shape.
  public static func pareto(_ first: Quantile, _ second: Quantile) throws(DistributionProblem) -> Distribution {
    let (low, high) = try ordered(first, second)
    let shape = Elementary.log((1 - low.p) / (1 - high.p)) / Elementary.log(high.value / low.value)
    return .pareto(scale: low.value * Elementary.power(1 - low.p, 1 / shape), shape: shape)
  }

  /// The uniform with these two quantiles.
  ///
  /// - Throws: what is wrong with them, or that its low end would be below 0.
  public static func uniform(_ first: Quantile, _ second: Quantile) throws(DistributionProblem) -> Distribution {
    let (low, high) = try ordered(first, second)
    let width = (high.value - low.value) / (high.p - low.p)
    let start = low.value - low.p * width
    if start < -1e-12 * high.value {
      throw DistributionProblem("low", "would be \(start)", mend: "Bring the two quantiles closer together or choose another family.")
    }
    return .uniform(low: max(0, start), high: start + width)
  }

  /// The gamma with these two quantiles, of positive values.
  ///
  /// - Throws: what is wrong with them, or that no shape from 0.001 to 1,000,000 has them.
  /// - Complexity: some thousand evaluations of the gamma's share.
  public static func gamma(_ first: Quantile, _ second: Quantile) throws(DistributionProblem) -> Distribution {
    try fit(first, second, name: "gamma", shapes: (1e-3, 1e6)) { .gamma(shape: $0, scale: $1) }
  }

  /// The normal truncated at 0 that has, so truncated, these two quantiles, of positive values.
  ///
  /// - Throws: what is wrong with them, or that no mean of at least 0 has them.
  public static func normal(_ first: Quantile, _ second: Quantile) throws(DistributionProblem) -> Distribution {
    try fit(first, second, name: "normal", shapes: (0, 1e6)) { .normal(mean: $0 * $1, sd: $1) }
  }

  /// The member of a family of shapes and scales, whose quantiles come together as the shape grows.
  private static func fit(
    _ first: Quantile, _ second: Quantile, name: String, shapes: (least: Double, most: Double), _ member: (Double, Double) -> Distribution
  ) throws(DistributionProblem) -> Distribution {
    let (low, high) = try ordered(first, second)
    let target = high.value / low.value
    func narrow(_ shape: Double) -> Bool {
      let unit = member(shape, 1)
      return unit.quantile(high.p) <= target * unit.quantile(low.p)
    }
    guard narrow(shapes.most), !narrow(shapes.least) else {
      throw DistributionProblem(
        "", "no \(name) has values in the ratio \(target) at \(low.p) and \(high.p)", mend: "Choose another family or other quantiles.")
    }
    let shape = solve(from: shapes.least, to: shapes.most, until: narrow)
    return member(shape, high.value / member(shape, 1).quantile(high.p))
  }

  /// The two by growing share.
  private static func ordered(_ first: Quantile, _ second: Quantile) throws(DistributionProblem) -> (low: Quantile, high: Quantile) {
    for quantile in [first, second] {
      if !(quantile.p > 0 && quantile.p < 1) {
        throw DistributionProblem("p", "is \(quantile.p)", mend: "Give shares between 0 and 1, both excluded.")
      }
      if let problem = positive("value", quantile.value).first { throw problem }
    }
    let (low, high) = first.p < second.p ? (first, second) : (second, first)
    if low.p == high.p || low.value >= high.value {
      throw DistributionProblem(
        "value", "is \(high.value) at \(high.p) and \(low.value) at \(low.p)",
        mend: "Give two different shares, and the greater value at the greater one.")
    }
    return (low, high)
  }
}
