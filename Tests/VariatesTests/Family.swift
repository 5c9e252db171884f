import Testing
import Variates

/// A distribution of the test, with a name.
struct Family: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let distribution: Distribution

  init(_ name: String, _ distribution: Distribution) {
    self.testDescription = name
    self.distribution = distribution
  }

  /// Those whose cdf has no steps.
  static let continuous: [Family] = [
    Family("exponential", .exponential(mean: 3)),
    Family("lognormal", .lognormal(mu: 1, sigma: 0.5)),
    Family("gamma of shape 0.4", .gamma(shape: 0.4, scale: 2)),
    Family("gamma of shape 1", .gamma(shape: 1, scale: 2)),
    Family("gamma of shape 7", .gamma(shape: 7, scale: 0.5)),
    Family("weibull of shape 0.8", .weibull(shape: 0.8, scale: 2)),
    Family("weibull of shape 3", .weibull(shape: 3, scale: 2)),
    Family("pareto", .pareto(scale: 2, shape: 9)),
    Family("uniform", .uniform(low: 2, high: 5)),
    Family("normal far from 0", .normal(mean: 10, sd: 1)),
    Family("normal cut at 0", .normal(mean: 0.5, sd: 1)),
    Family("half-normal", .normal(mean: 0, sd: 2)),
    Family("linear quantiles", .quantiles(QuantileTable([Quantile(0, 1), Quantile(0.5, 2), Quantile(1, 9)], interpolation: .linear))),
    Family(
      "log quantiles, rescaled",
      .quantiles(QuantileTable([Quantile(0, 1), Quantile(0.3, 2), Quantile(0.9, 5), Quantile(1, 9)], interpolation: .log, mean: 30))),
    Family(
      "mixture",
      .mixture([Weighted(9, .exponential(mean: 1)), Weighted(1, .normal(mean: 20, sd: 2)), Weighted(0, .uniform(low: 5, high: 6))])),
  ]

  /// Those of a few values.
  static let discrete: [Family] = [
    Family("zipf", .zipf(n: 50, s: 1.1)),
    Family("zipf of exponent 1", .zipf(n: 50, s: 1)),
    Family("zipf of exponent 0", .zipf(n: 20, s: 0)),
    Family("zipf of exponent 3", .zipf(n: 8, s: 3)),
    Family("zipf of one rank", .zipf(n: 1, s: 1)),
    Family("categorical", .categorical([Weighted(0.8, 1), Weighted(0.15, 2), Weighted(0.05, 10), Weighted(0, 4)])),
    Family("samples", .samples([3, 1, 4, 1, 5, 9, 2, 6])),
    Family(
      "mixture of mixtures",
      .mixture([Weighted(1, .mixture([Weighted(1, .constant(1)), Weighted(2, .constant(2))])), Weighted(3, .samples([2, 7]))])),
  ]

  /// Those whose cdf has steps and slopes.
  static let both: [Family] = [
    Family(
      "quantiles with held ends",
      .quantiles(QuantileTable([Quantile(0.01, 2), Quantile(0.5, 31), Quantile(0.99, 900)], interpolation: .log))),
    Family("constant", .constant(4)),
    Family("zipf of a million ranks", .zipf(n: 1_000_000, s: 1.1)),
  ]
}
