import CGSL
import Glibc
import Testing
import Variates

@Suite("Elementary")
struct ElementaryTests {
  /// Numbers from `low` to `high`, evenly but not regularly spread.
  private func spread(_ low: Double, _ high: Double, count: Int = 200_000) -> [Double] {
    var draw = Draw(21)
    return (0..<count).map { _ in low + (high - low) * draw.uniform() }
  }

  private func worst(_ numbers: [Double], _ own: (Double) -> Double, _ truth: (Double) -> Double) -> Double {
    numbers.reduce(0) { max($0, abs(own($1) - truth($1)) / abs(truth($1))) }
  }

  @Test("exp is right to 1e-15", arguments: [(-700.0, 700.0), (-20, 20), (-1, 1), (-1e-3, 1e-3)])
  func exponential(low: Double, high: Double) {
    #expect(worst(spread(low, high), Elementary.exp, Glibc.exp) < 1e-15)
  }

  @Test("exp ends as it should")
  func exponentialEnds() {
    #expect(Elementary.exp(0) == 1)
    #expect(Elementary.exp(710) == .infinity)
    #expect(Elementary.exp(.infinity) == .infinity)
    #expect(Elementary.exp(-746) == 0)
    #expect(Elementary.exp(-.infinity) == 0)
    #expect(Elementary.exp(.nan).isNaN)
    #expect(isClose(Elementary.exp(709.7), Glibc.exp(709.7), within: 1e-15))
    #expect(isClose(Elementary.exp(-740), Glibc.exp(-740), within: 1e-2))
  }

  @Test("log is right to 1e-15", arguments: [(0.0, 1.0), (0.5, 2), (0.999, 1.001), (1, 1e6), (1e300, 1e308), (0, 1e-300)])
  func logarithm(low: Double, high: Double) {
    #expect(worst(spread(low, high).filter { $0 > 0 && $0 != 1 }, Elementary.log, Glibc.log) < 1e-15)
  }

  @Test("log ends as it should")
  func logarithmEnds() {
    #expect(Elementary.log(1) == 0)
    #expect(Elementary.log(0) == -.infinity)
    #expect(Elementary.log(-1).isNaN)
    #expect(Elementary.log(.infinity) == .infinity)
    #expect(isClose(Elementary.log(.leastNonzeroMagnitude), Glibc.log(.leastNonzeroMagnitude), within: 1e-15))
    #expect(Elementary.power(0, 0.5) == 0)
    #expect(isClose(Elementary.power(2, 10), 1024, within: 2e-15))
  }

  @Test("the square root is right to 3e-16", arguments: [(0.0, 1.0), (1, 100), (1e200, 1e300), (0, 1e-300)])
  func squareRoot(low: Double, high: Double) {
    #expect(worst(spread(low, high, count: 20_000).filter { $0 > 0 }, Elementary.squareRoot) { $0.squareRoot() } < 3e-16)
    #expect(Elementary.squareRoot(0) == 0)
    #expect(Elementary.squareRoot(-1).isNaN)
  }

  @Test("cosine is right to 1e-15 of the unit, and exact at quarters")
  func cosine() {
    for turns in spread(-3, 3) {
      // Reduced to one turn first, as 2π is not exact.
      let part = turns - turns.rounded()
      #expect(abs(Elementary.cosine(turns: turns) - Glibc.cos(2 * .pi * part)) < 1e-15)
    }
    #expect([0, 0.25, 0.5, 0.75, 1, 1e17].map(Elementary.cosine(turns:)) == [1, 0, -1, 0, 1, 1])
  }

  @Test("I0 is right to 1e-13")
  func bessel() {
    for x in [0, 0.1, 1, 2, 5, 10, 50, 300, 699] {
      #expect(isClose(Elementary.besselI0(x), gsl_sf_bessel_I0(x), within: 1e-13), "I0(\(x))")
    }
  }

  @Test("the normal quantile is right to 1e-14")
  func normalQuantile() {
    for p in spread(0, 1, count: 20_000) + [1e-300, 1e-100, 1e-20, 1e-10, 1e-5, 0.075, 0.5, 0.925, 0.999_999_9] {
      #expect(isClose(Elementary.normalQuantile(p), gsl_cdf_ugaussian_Pinv(p), within: 1e-14), "at \(p)")
    }
    // Published percentage points.
    #expect(isClose(Elementary.normalQuantile(0.975), 1.959_963_984_540_054, within: 1e-15))
    #expect(isClose(Elementary.normalQuantile(0.99), 2.326_347_874_040_841, within: 1e-15))
    #expect(Elementary.normalQuantile(0) == -.infinity)
    #expect(Elementary.normalQuantile(1) == .infinity)
  }

  @Test("the normal probability is right to 1e-13")
  func normalProbability() {
    for z in spread(-37, 9, count: 20_000) {
      // erfc is exact to the last bits also where the probability is small.
      #expect(isClose(Elementary.normalProbability(z), 0.5 * Glibc.erfc(-z / 2.0.squareRoot()), within: 5e-13), "at \(z)")
    }
  }

  @Test("log gamma is right")
  func logGamma() {
    for x in spread(0.01, 30, count: 2000) + [1, 2, 100, 1e6] {
      #expect(abs(Elementary.logGamma(x) - gsl_sf_lngamma(x)) < 2e-14 * max(1, abs(gsl_sf_lngamma(x))), "at \(x)")
    }
  }

  @Test("the gamma probability is right to 1e-12", arguments: [0.01, 0.5, 1, 2.5, 30, 1000])
  func gammaProbability(shape: Double) {
    for x in [1e-5, 0.01, 0.3, 0.9, 1, 1.1, 2, 5].map({ $0 * shape }) + [shape + 10 * shape.squareRoot(), 200] {
      #expect(abs(Elementary.gammaProbability(x, shape: shape) - gsl_cdf_gamma_P(x, shape, 1)) < 1e-12, "at \(x)")
    }
  }
}
