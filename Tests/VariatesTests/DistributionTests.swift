import CGSL
import Testing
import Variates

@Suite("Distribution")
struct DistributionTests {
  @Test("mean and variance are the integrals of the quantile function", arguments: Family.continuous)
  func moments(family: Family) {
    let distribution = family.distribution
    // Shares closer together at both ends: p = t²(3 - 2t), of which the derivative is 6t(1 - t).
    var mean = 0.0
    var square = 0.0
    let steps = 4000
    for step in 0..<steps {
      let t = (Double(step) + 0.5) / Double(steps)
      let value = distribution.quantile(t * t * (3 - 2 * t))
      let weight = 6 * t * (1 - t) / Double(steps)
      mean += weight * value
      square += weight * (value - distribution.mean) * (value - distribution.mean)
    }
    #expect(isClose(distribution.mean, mean, within: 1e-4))
    #expect(isClose(distribution.variance, square, within: 2e-3))
  }

  @Test("the quantile function inverts the cdf", arguments: Family.continuous)
  func inverse(family: Family) {
    for p in [0.001, 0.01, 0.2, 0.5, 0.77, 0.99, 0.9999] {
      #expect(abs(family.distribution.cdf(family.distribution.quantile(p)) - p) < 1e-10)
    }
  }

  @Test("a discrete quantile is the smallest value that reaches the share", arguments: Family.discrete)
  func steps(family: Family) {
    for p in [0.001, 0.13, 0.5, 0.8, 0.97, 1] {
      let value = family.distribution.quantile(p)
      #expect(family.distribution.cdf(value) >= p)
      #expect(family.distribution.cdf(value - 1e-9) < p)
    }
  }

  @Test("quantiles are those of GSL")
  func oracle() {
    for p in [0.01, 0.3, 0.5, 0.9, 0.999] {
      #expect(isClose(Distribution.lognormal(mu: 2, sigma: 0.7).quantile(p), gsl_cdf_lognormal_Pinv(p, 2, 0.7), within: 1e-12))
      #expect(isClose(Distribution.gamma(shape: 2.5, scale: 3).quantile(p), gsl_cdf_gamma_Pinv(p, 2.5, 3), within: 1e-8))
      #expect(isClose(Distribution.weibull(shape: 1.7, scale: 3).quantile(p), gsl_cdf_weibull_Pinv(p, 3, 1.7), within: 1e-12))
      #expect(isClose(Distribution.pareto(scale: 3, shape: 1.7).quantile(p), gsl_cdf_pareto_Pinv(p, 1.7, 3), within: 1e-12))
    }
  }

  @Test("a Pareto's moments may be infinite")
  func infinite() {
    #expect(Distribution.pareto(scale: 1, shape: 1).mean == .infinity)
    #expect(Distribution.pareto(scale: 1, shape: 2).variance == .infinity)
    #expect(Distribution.pareto(scale: 1, shape: 3).variance == 0.75)
  }

  @Test("the moments of a Zipf of many ranks are those of the plain sums", arguments: [0, 0.5, 1, 1.1, 2, 4])
  func zipf(s: Double) {
    let ranks = (1...50_000).map { Double($0) }
    let weights = ranks.map { Elementary.power($0, -s) }
    let total = weights.reversed().reduce(0, +)
    let mean = zip(ranks, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
    let square = zip(ranks, weights).reduce(0) { $0 + $1.0 * $1.0 * $1.1 } / total
    let law = Distribution.zipf(n: 50_000, s: s)
    #expect(isClose(law.mean, mean, within: 1e-11))
    #expect(isClose(law.variance, square - mean * mean, within: 1e-9))
  }

  @Test("a distribution from mean and cv has them")
  func meanAndCV() throws {
    for cv in [0.01, 0.2, 0.5, 0.57] {
      for distribution in try [
        Distribution.lognormal(mean: 40, cv: cv), .gamma(mean: 40, cv: cv), .weibull(mean: 40, cv: cv), .pareto(mean: 40, cv: cv),
        .uniform(mean: 40, cv: cv), .normal(mean: 40, cv: cv),
      ] {
        #expect(distribution.problems.isEmpty)
        #expect(isClose(distribution.mean, 40, within: 1e-12), "\(distribution)")
        #expect(isClose(distribution.cv, cv, within: 1e-8), "\(distribution)")
      }
    }
    #expect(isClose(try Distribution.weibull(mean: 1, cv: 4).cv, 4, within: 1e-10))
    // An exponential is the Weibull and the gamma of cv 1.
    guard case .weibull(let shape, _) = try Distribution.weibull(mean: 1, cv: 1) else { return }
    #expect(isClose(shape, 1, within: 1e-10))
  }

  @Test("a distribution from two quantiles has them, in either order")
  func twoQuantiles() throws {
    let low = Quantile(0.5, 40)
    let high = Quantile(0.99, 70)
    for (first, second) in [(low, high), (high, low)] {
      for distribution in try [
        Distribution.lognormal(first, second), .gamma(first, second), .weibull(first, second), .pareto(first, second),
        .uniform(first, second),
        .normal(first, second),
      ] {
        #expect(distribution.problems.isEmpty)
        #expect(isClose(distribution.quantile(0.5), 40, within: 1e-9), "\(distribution)")
        #expect(isClose(distribution.quantile(0.99), 70, within: 1e-9), "\(distribution)")
      }
    }
    // p50 = 40, p99 = 400: sigma = log 10 / z(0.99).
    guard case .lognormal(let mu, let sigma) = try Distribution.lognormal(low, Quantile(0.99, 400)) else { return }
    #expect(isClose(mu, 3.688_879_454_113_936, within: 1e-14))
    #expect(isClose(sigma, 2.302_585_092_994_046 / 2.326_347_874_040_841, within: 1e-14))
  }

  @Test("what cannot be had is refused")
  func refused() {
    #expect(throws: DistributionProblem.self) { try Distribution.uniform(mean: 1, cv: 0.6) }
    #expect(throws: DistributionProblem.self) { try Distribution.normal(mean: 1, cv: 0.9) }
    #expect(throws: DistributionProblem.self) { try Distribution.lognormal(mean: 0, cv: 1) }
    #expect(throws: DistributionProblem.self) { try Distribution.gamma(mean: 1, cv: -.infinity) }
    #expect(throws: DistributionProblem.self) { try Distribution.lognormal(Quantile(0.5, 40), Quantile(0.99, 30)) }
    #expect(throws: DistributionProblem.self) { try Distribution.lognormal(Quantile(0.5, 40), Quantile(0.5, 50)) }
    #expect(throws: DistributionProblem.self) { try Distribution.pareto(Quantile(0.5, 40), Quantile(1, 50)) }
    #expect(throws: DistributionProblem.self) { try Distribution.normal(Quantile(0.5, 1), Quantile(0.99, 100)) }
    #expect(throws: DistributionProblem.self) { try Distribution.uniform(Quantile(0.5, 1), Quantile(0.6, 100)) }
  }
}
