import CGSL
import Testing
import Variates

@Suite("Sampler")
struct SamplerTests {
  private func draw(_ distribution: Distribution, count: Int, seed: UInt64 = 1) -> [Double] {
    var table = SamplerTable()
    // Something before it, so that no part of the knots starts at 0.
    _ = table.add(.samples([7, 7, 7]))
    let sampler = table.add(distribution)
    var draw = Draw(seed)
    return table.knots.withUnsafeBufferPointer { knots in
      knots.baseAddress.map { base in (0..<count).map { _ in sampler.sample(&draw, base) } } ?? []
    }
  }

  @Test("a sampler takes 32 bytes")
  func size() {
    #expect(MemoryLayout<Sampler>.stride == 32)
  }

  @Test("only a constant is constant")
  func constant() {
    var table = SamplerTable()
    #expect(table.add(.constant(3)).constant == 3)
    #expect(table.add(.uniform(low: 0, high: 1)).constant == nil)
    #expect(draw(.constant(3), count: 2) == [3, 3])
  }

  @Test("a table of samplers without knots still has a base address")
  func base() {
    var table = SamplerTable()
    _ = table.add(.constant(3))
    #expect(!table.knots.isEmpty)
  }

  @Test("a distribution with problems is not compiled")
  func unsound() async {
    await #expect(processExitsWith: .failure) {
      var table = SamplerTable()
      _ = table.add(.exponential(mean: -1))
    }
  }

  @Test("draws have the mean and the variance", arguments: Family.continuous + Family.discrete + Family.both)
  func moments(family: Family) {
    let count = 200_000
    let (mean, variance) = (family.distribution.mean, family.distribution.variance)
    let values = draw(family.distribution, count: count)
    let drawnMean = values.reduce(0, +) / Double(count)
    #expect(abs(drawnMean - mean) <= 4 * (variance / Double(count)).squareRoot() + 1e-12)
    // The squares' own scatter says how well they can agree.
    let squares = values.map { ($0 - mean) * ($0 - mean) }
    let drawnVariance = squares.reduce(0, +) / Double(count)
    let scatter = squares.reduce(0) { $0 + ($1 - drawnVariance) * ($1 - drawnVariance) } / Double(count)
    #expect(abs(drawnVariance - variance) <= 4 * (scatter / Double(count)).squareRoot() + 1e-12)
  }

  @Test("draws of a continuous distribution follow its cdf", arguments: Family.continuous)
  func kolmogorov(family: Family) {
    let p = GoodnessOfFit.kolmogorov(draw(family.distribution, count: 50_000, seed: 2), family.distribution.cdf)
    #expect(p > GoodnessOfFit.least)
  }

  @Test("draws of a discrete distribution have its chances", arguments: Family.discrete)
  func chiSquare(family: Family) {
    let drawn = draw(family.distribution, count: 200_000, seed: 3)
    let values = Array(Set(drawn)).sorted()
    var before = 0.0
    let shares = values.map { value in
      defer { before = family.distribution.cdf(value) }
      return family.distribution.cdf(value) - before
    }
    #expect(abs(shares.reduce(0, +) - 1) < 1e-12, "every value was drawn")
    let counts = values.map { value in drawn.count { $0 == value } }
    #expect(values.count == 1 || GoodnessOfFit.chiSquare(counts, shares: shares) > GoodnessOfFit.least)
  }

  @Test("draws follow the cdf of GSL")
  func oracle() {
    let families: [(Distribution, (Double) -> Double)] = [
      (.exponential(mean: 3), { gsl_cdf_exponential_P($0, 3) }),
      (.lognormal(mu: 1, sigma: 0.5), { gsl_cdf_lognormal_P($0, 1, 0.5) }),
      (.gamma(shape: 0.4, scale: 2), { gsl_cdf_gamma_P($0, 0.4, 2) }),
      (.gamma(shape: 7, scale: 0.5), { gsl_cdf_gamma_P($0, 7, 0.5) }),
      (.weibull(shape: 0.8, scale: 2), { gsl_cdf_weibull_P($0, 2, 0.8) }),
      (.pareto(scale: 2, shape: 9), { gsl_cdf_pareto_P($0, 9, 2) }),
      (.uniform(low: 2, high: 5), { gsl_cdf_flat_P($0, 2, 5) }),
      (.normal(mean: 0.5, sd: 1), { 1 - gsl_cdf_ugaussian_Q($0 - 0.5) / gsl_cdf_ugaussian_P(0.5) }),
    ]
    for (distribution, cdf) in families {
      #expect(GoodnessOfFit.kolmogorov(draw(distribution, count: 50_000, seed: 4), cdf) > GoodnessOfFit.least, "\(distribution)")
    }
  }

  @Test("outside of the outermost quantiles their value holds")
  func heldEnds() {
    let table = QuantileTable([Quantile(0.1, 2), Quantile(0.8, 20)], interpolation: .log)
    let values = draw(.quantiles(table), count: 100_000)
    #expect(abs(Double(values.count { $0 < 2.000_001 }) - 10_000) < 4 * 95)
    #expect(abs(Double(values.count { $0 > 19.999_999 }) - 20_000) < 4 * 127)
  }

  @Test("the first values never change")
  func golden() {
    let expected = [
      0.841145632291036, 3.706655774669249, 0.5306085043887964, 2.8071133346507255, 4.305718191833286, 0.4080537937901933,
      1.3090210854778117, 2.063287784655591, 2.79596732179755, 10.620260123322995, 0.5655958455569738, 0.1311916911139477,
      1.5306448811983666, 17.993619672814646, 0.43324640041135737, 12.0, 15.0, 15.0,
      1.0, 1.0, 2.0, 4.0, 2.0,
    ]
    let third = (Family.continuous + Family.discrete).map { draw($0.distribution, count: 3, seed: 9)[2] }
    #expect(third == expected)
  }
}
