/// The ranks from 1 to n with chances proportional to k^(-s): its sums, its integrals and what sampling needs.
struct ZipfLaw {
  /// The number of ranks, at least 1.
  let n: Int

  /// The exponent, at least 0.
  let s: Double

  /// How often the rank `k` is drawn, relative to rank 1.
  func weight(_ k: Double) -> Double {
    Elementary.exp(-s * Elementary.log(k))
  }

  /// Σ k^(`power` - s) over the ranks up to `last`: relative error below 1e-12.
  ///
  /// - Complexity: constant: a thousand terms, and the Euler-Maclaurin formula for what follows them.
  /// - Source: Abramowitz and Stegun 23.1.30, to the third derivative.
  func sum(power: Double, upTo last: Int) -> Double {
    let exponent = power - s
    func term(_ k: Double) -> Double { Elementary.exp(exponent * Elementary.log(k)) }
    let start = min(last, 1000)
    var sum = 0.0
    for k in stride(from: start, to: 0, by: -1) { sum += term(Double(k)) }
    guard last > start else { return sum }
    let from = Double(start)
    let to = Double(last)
    let third = exponent * (exponent - 1) * (exponent - 2)
    func correction(_ k: Double) -> Double { exponent * term(k) / k / 12 - third * term(k) / (k * k * k) / 720 }
    let growth = Elementary.log(to / from)
    let integral = term(from) * from * growth * ZipfLaw.growthRatio((exponent + 1) * growth)
    return sum + integral + 0.5 * (term(to) - term(from)) + correction(to) - correction(from)
  }

  /// The integral of x^(-s) from 1 to `x`.
  static func integral(_ x: Double, s: Double) -> Double {
    let logarithm = Elementary.log(x)
    return logarithm * growthRatio((1 - s) * logarithm)
  }

  /// The number up to which the integral of x^(-s) from 1 is `area`.
  static func integralInverse(_ area: Double, s: Double) -> Double {
    Elementary.exp(area * logarithmRatio(max(-1, (1 - s) * area)))
  }

  /// (eˣ - 1) / x, by its series near 0.
  private static func growthRatio(_ x: Double) -> Double {
    if abs(x) > 1e-2 { return (Elementary.exp(x) - 1) / x }
    return 1 + x / 2 * (1 + x / 3 * (1 + x / 4 * (1 + x / 5 * (1 + x / 6))))
  }

  /// log(1 + x) / x, by its series near 0.
  private static func logarithmRatio(_ x: Double) -> Double {
    if abs(x) > 1e-2 { return Elementary.log(1 + x) / x }
    return 1 - x * (1.0 / 2 - x * (1.0 / 3 - x * (1.0 / 4 - x * (1.0 / 5 - x * (1.0 / 6 - x * (1.0 / 7))))))
  }
}
