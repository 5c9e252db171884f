// Each of these gives a distribution whose own mean and coefficient of variation are those asked for.

extension Distribution {
  /// The lognormal of this mean, positive, and coefficient of variation, at least 0.
  ///
  /// - Throws: what is wrong with a parameter.
  /// - Source: cv² = exp(sigma²) - 1, mean = exp(mu + sigma²/2).
  public static func lognormal(mean: Double, cv: Double) throws(DistributionProblem) -> Distribution {
    try check(mean: mean, cv: cv, most: 1000)
    let square = Elementary.log(1 + cv * cv)
    return .lognormal(mu: Elementary.log(mean) - 0.5 * square, sigma: Elementary.squareRoot(square))
  }

  /// The gamma of this mean and coefficient of variation, both positive.
  ///
  /// - Throws: what is wrong with a parameter.
  /// - Source: shape = 1/cv², mean = shape · scale.
  public static func gamma(mean: Double, cv: Double) throws(DistributionProblem) -> Distribution {
    try check(mean: mean, cv: cv, least: 1e-3, most: 30)
    return .gamma(shape: 1 / (cv * cv), scale: mean * cv * cv)
  }

  /// The Weibull of this mean and coefficient of variation, both positive.
  ///
  /// - Throws: what is wrong with a parameter.
  /// - Source: 1 + cv² = Γ(1 + 2/shape) / Γ(1 + 1/shape)², which grows with 1/shape.
  public static func weibull(mean: Double, cv: Double) throws(DistributionProblem) -> Distribution {
    try check(mean: mean, cv: cv, least: 1e-3, most: 1000)
    let target = Elementary.log(1 + cv * cv)
    let inverse = solve(from: 1e-4, to: 50) { t in
      Elementary.logGamma(1 + 2 * t) - 2 * Elementary.logGamma(1 + t) >= target
    }
    return .weibull(shape: 1 / inverse, scale: mean * Elementary.exp(-Elementary.logGamma(1 + inverse)))
  }

  /// The Pareto of this mean and coefficient of variation, both positive.
  ///
  /// - Throws: what is wrong with a parameter.
  /// - Source: cv² = 1 / (shape · (shape - 2)), mean = scale · shape / (shape - 1).
  public static func pareto(mean: Double, cv: Double) throws(DistributionProblem) -> Distribution {
    try check(mean: mean, cv: cv, least: 1e-3, most: 1000)
    let shape = 1 + Elementary.squareRoot(1 + 1 / (cv * cv))
    return .pareto(scale: mean * (shape - 1) / shape, shape: shape)
  }

  /// The uniform of this mean, positive, and coefficient of variation, from 0 to 1/√3, above which it would go below 0.
  ///
  /// - Throws: what is wrong with a parameter.
  /// - Source: the standard deviation of a uniform is its width / √12.
  public static func uniform(mean: Double, cv: Double) throws(DistributionProblem) -> Distribution {
    try check(mean: mean, cv: cv, most: 0.577_350_269_189_625_8)
    let half = mean * cv * Elementary.squareRoot(3)
    return .uniform(low: max(0, mean - half), high: mean + half)
  }

  /// The normal truncated at 0 that has, so truncated, this mean, positive, and coefficient of variation, from 0 to 0.75.
  ///
  /// - Throws: what is wrong with a parameter.
  public static func normal(mean: Double, cv: Double) throws(DistributionProblem) -> Distribution {
    try check(mean: mean, cv: cv, most: 0.75)
    if cv == 0 { return .normal(mean: mean, sd: 0) }
    // The more standard deviations there are between 0 and the mean, the smaller the coefficient.
    let distance = solve(from: 0, to: 2 / cv) { Distribution.normal(mean: $0, sd: 1).cv <= cv }
    let sd = mean / Distribution.normal(mean: distance, sd: 1).mean
    return .normal(mean: distance * sd, sd: sd)
  }

  /// The smallest number between `low` and `high` for which `reached` holds; it holds at `high`, and from the number sought on.
  static func solve(from low: Double, to high: Double, until reached: (Double) -> Bool) -> Double {
    var low = low
    var high = high
    while true {
      let middle = low + 0.5 * (high - low)
      guard low < middle, middle < high else { return high }
      if reached(middle) { high = middle } else { low = middle }
    }
  }

  private static func check(mean: Double, cv: Double, least: Double = 0, most: Double) throws(DistributionProblem) {
    if let problem = positive("mean", mean).first { throw problem }
    if !(cv >= least && cv <= most) {
      throw DistributionProblem("cv", "is \(cv)", mend: "Give a number from \(least) to \(most).")
    }
  }
}
