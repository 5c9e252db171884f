import Testing
import Variates

@Suite("DistributionProblem")
struct DistributionProblemTests {
  @Test("a sound distribution has no problems", arguments: Family.continuous + Family.discrete + Family.both)
  func sound(family: Family) {
    #expect(family.distribution.problems.isEmpty)
  }

  @Test("each wrong parameter is named")
  func named() {
    let wrong: [(Distribution, [String])] = [
      (.constant(.nan), ["value"]),
      (.exponential(mean: 0), ["mean"]),
      (.lognormal(mu: .infinity, sigma: -1), ["mu", "sigma"]),
      (.gamma(shape: 0, scale: .infinity), ["shape", "scale"]),
      (.weibull(shape: -1, scale: 0), ["shape", "scale"]),
      (.pareto(scale: 0, shape: 0), ["scale", "shape"]),
      (.uniform(low: 3, high: 2), ["low"]),
      (.normal(mean: -1, sd: -1), ["mean", "sd"]),
      (.zipf(n: 0, s: -1), ["n", "s"]),
      (.categorical([]), ["categorical"]),
      (.categorical([Weighted(0, 1)]), ["categorical"]),
      (.categorical([Weighted(1, 1), Weighted(-1, .nan)]), ["categorical[1].weight", "categorical[1].value"]),
      (.samples([]), ["samples"]),
      (.samples([1, .nan]), ["samples[1]"]),
      (.mixture([Weighted(1, .exponential(mean: 1)), Weighted(1, .exponential(mean: -1))]), ["mixture[1].mean"]),
    ]
    for (distribution, parameters) in wrong {
      #expect(distribution.problems.map(\.parameter) == parameters)
    }
  }

  @Test("each wrong knot is named")
  func knots() {
    func parameters(_ knots: [Quantile], _ interpolation: QuantileTable.Interpolation, mean: Double? = nil) -> [String] {
      Distribution.quantiles(QuantileTable(knots, interpolation: interpolation, mean: mean)).problems.map(\.parameter)
    }
    #expect(parameters([], .linear) == ["knots"])
    #expect(parameters([Quantile(0.5, 0), Quantile(0.9, 1)], .log) == ["knots[0].value"])
    #expect(parameters([Quantile(0.5, 0), Quantile(0.9, 1)], .linear) == [])
    #expect(parameters([Quantile(0.5, 2), Quantile(0.5, 1)], .linear) == ["knots[1].p", "knots[1].value"])
    #expect(parameters([Quantile(-0.1, 2), Quantile(1.1, 3)], .linear) == ["knots[0].p", "knots[1].p"])
    #expect(parameters([Quantile(0.1, 2), Quantile(0.9, 3)], .linear, mean: -1) == ["mean"])
    #expect(parameters([Quantile(0.1, 0), Quantile(0.9, 0)], .linear, mean: 1) == ["mean"])
  }

  @Test("the lowest value is known")
  func lowest() {
    #expect(Distribution.uniform(low: -2, high: 3).lowest == -2)
    #expect(
      Distribution.mixture([Weighted(1, .pareto(scale: 2, shape: 3)), Weighted(1, .constant(-1)), Weighted(0, .constant(-9))]).lowest == -1)
    #expect(Distribution.samples([3, 2, 5]).lowest == 2)
    #expect(Distribution.exponential(mean: 2).lowest == 0)
    #expect(Distribution.zipf(n: 10, s: 1).lowest == 1)
  }
}
