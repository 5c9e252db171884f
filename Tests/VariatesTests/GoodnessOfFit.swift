import CGSL
import Variates

/// The tests of fit that the suites share; a p-value below `GoodnessOfFit.least` fails a test with fixed seeds.
enum GoodnessOfFit {
  static let least = 1e-4

  /// The p-value of Pearson's chi-square for `observed` counts against `shares` that add up to 1.
  static func chiSquare(_ observed: [Int], shares: [Double]) -> Double {
    let total = Double(observed.reduce(0, +))
    let statistic = zip(observed, shares).reduce(0) { sum, cell in
      let expected = total * cell.1
      return sum + (Double(cell.0) - expected) * (Double(cell.0) - expected) / expected
    }
    return gsl_cdf_chisq_Q(statistic, Double(observed.count - 1))
  }

  /// The same against cells of equal shares.
  static func chiSquare(_ observed: [Int]) -> Double {
    chiSquare(observed, shares: Array(repeating: 1 / Double(observed.count), count: observed.count))
  }

  /// The p-value of Kolmogorov's test of `values` against a continuous `cdf`, by the limiting distribution with Stephens' correction.
  static func kolmogorov(_ values: [Double], _ cdf: (Double) -> Double) -> Double {
    let n = Double(values.count)
    var distance = 0.0
    for (index, value) in values.sorted().enumerated() {
      let share = cdf(value)
      distance = max(distance, share - Double(index) / n, Double(index + 1) / n - share)
    }
    let t = distance * (n.squareRoot() + 0.12 + 0.11 / n.squareRoot())
    if t < 0.3 { return 1 }
    var sum = 0.0
    for k in 1...50 {
      let term = 2 * Elementary.exp(-2 * Double(k * k) * t * t)
      sum += k % 2 == 1 ? term : -term
    }
    return sum
  }
}

/// Whether `actual` is `expected` within a relative error, or equal to it.
func isClose(_ actual: Double, _ expected: Double, within tolerance: Double) -> Bool {
  actual == expected || abs(actual - expected) <= tolerance * abs(expected)
}
