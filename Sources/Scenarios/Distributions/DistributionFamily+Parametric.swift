internal import Documents
internal import Variates

extension DistributionFamily {
  static let exponential = DistributionFamily(name: "exponential", doc: "memoryless, by its mean") { unit in
    .section { f in
      .exponential(mean: f.required("mean", .quantity(unit), "its mean"))
    }
  }

  static let lognormal = DistributionFamily(
    name: "lognormal", doc: "its logarithm is normal; by median and sigma, mean and cv, or two quantiles"
  ) { unit in
    .twoParameters(unit, own: [OwnParameter("p50", .inUnit), OwnParameter("sigma", .plain)]) { values in
      .lognormal(mu: Elementary.log(values[0]), sigma: values[1])
    } meanAndCV: { mean, cv throws(DistributionProblem) in
      try .lognormal(mean: mean, cv: cv)
    } quantiles: { first, second throws(DistributionProblem) in
      try .lognormal(first, second)
    }
  }

  static let gamma = DistributionFamily(name: "gamma", doc: "by shape and scale, mean and cv, or two quantiles") { unit in
    .twoParameters(unit, own: [OwnParameter("shape", .plain), OwnParameter("scale", .inUnit)]) { values in
      .gamma(shape: values[0], scale: values[1])
    } meanAndCV: { mean, cv throws(DistributionProblem) in
      try .gamma(mean: mean, cv: cv)
    } quantiles: { first, second throws(DistributionProblem) in
      try .gamma(first, second)
    }
  }

  static let weibull = DistributionFamily(name: "weibull", doc: "by shape and scale, mean and cv, or two quantiles") { unit in
    .twoParameters(unit, own: [OwnParameter("shape", .plain), OwnParameter("scale", .inUnit)]) { values in
      .weibull(shape: values[0], scale: values[1])
    } meanAndCV: { mean, cv throws(DistributionProblem) in
      try .weibull(mean: mean, cv: cv)
    } quantiles: { first, second throws(DistributionProblem) in
      try .weibull(first, second)
    }
  }

  static let pareto = DistributionFamily(
    name: "pareto", doc: "a power law above its scale; by scale and shape, mean and cv, or two quantiles"
  ) { unit in
    .twoParameters(unit, own: [OwnParameter("scale", .inUnit), OwnParameter("shape", .plain)]) { values in
      .pareto(scale: values[0], shape: values[1])
    } meanAndCV: { mean, cv throws(DistributionProblem) in
      try .pareto(mean: mean, cv: cv)
    } quantiles: { first, second throws(DistributionProblem) in
      try .pareto(first, second)
    }
  }

  static let uniform = DistributionFamily(
    name: "uniform", doc: "all values between two alike; by low and high, mean and cv, or two quantiles"
  ) { unit in
    .twoParameters(unit, own: [OwnParameter("low", .inUnit), OwnParameter("high", .inUnit)]) { values in
      .uniform(low: values[0], high: values[1])
    } meanAndCV: { mean, cv throws(DistributionProblem) in
      try .uniform(mean: mean, cv: cv)
    } quantiles: { first, second throws(DistributionProblem) in
      try .uniform(first, second)
    }
  }

  static let normal = DistributionFamily(
    name: "normal", doc: "a bell, truncated at 0; by mean and sd before that, mean and cv, or two quantiles"
  ) { unit in
    .twoParameters(unit, own: [OwnParameter("mean", .inUnit), OwnParameter("sd", .inUnit)]) { values in
      .normal(mean: values[0], sd: values[1])
    } meanAndCV: { mean, cv throws(DistributionProblem) in
      try .normal(mean: mean, cv: cv)
    } quantiles: { first, second throws(DistributionProblem) in
      try .normal(first, second)
    }
  }

  static let zipf = DistributionFamily(name: "zipf", doc: "the ranks 1 to n, rank k in proportion to k^-s", fits: { $0.isPlain }) { _ in
    .section { f in
      .zipf(n: f.required("n", .count(.atLeast(1)), "how many ranks"), s: f.required("s", .number(.notNegative), "how steep"))
    }
  }
}

extension Syntax where Value == Double {
  /// A quantity of a unit without bounds of its own.
  static func quantity(_ unit: Unit) -> Syntax<Double> {
    if unit == .duration || unit == .size { return Syntax<Int64>.whole(unit, .any).map(Double.init) }
    return .real(unit, .any)
  }
}
