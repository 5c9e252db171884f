extension Elementary {
  /// The logarithm of the gamma function of `x`, positive: absolute error below 1e-14 for `x` up to 10, relative beyond.
  ///
  /// - Source: Stirling's series, Abramowitz and Stegun 6.1.41, after Γ(x + 1) = x·Γ(x) has brought x above 10.
  public static func logGamma(_ x: Double) -> Double {
    precondition(x > 0, "no log gamma of \(x)")
    var product = 1.0
    var y = x
    while y < 10 {
      product *= y
      y += 1
    }
    let z = 1 / (y * y)
    let head = 1.0 / 12 - z * (1.0 / 360 - z * (1.0 / 1260 - z * (1.0 / 1680)))
    let tail = 1.0 / 1188 - z * (691.0 / 360_360 - z * (1.0 / 156))
    let series = (head + z * z * z * z * tail) / y
    return (y - 0.5) * log(y) - y + log(rootOfTwoPi) + series - log(product)
  }

  /// The share of a gamma distribution of `shape` and scale 1 that lies below `x`: absolute error below 1e-13.
  ///
  /// - Complexity: O(x + √shape): the series xᵃe⁻ˣ/Γ(a + 1) · (1 + x/(a + 1) + x²/((a + 1)(a + 2)) + ...), of positive terms.
  /// - Source: Abramowitz and Stegun 6.5.29.
  public static func gammaProbability(_ x: Double, shape: Double) -> Double {
    if x <= 0 { return 0 }
    // So far out that what is missing from 1 does not count.
    if x > shape + 40 * (1 + squareRoot(shape)) { return 1 }
    var sum = 1.0
    var term = 1.0
    var k = shape + 1
    while term > sum * 1e-17 {
      term *= x / k
      sum += term
      k += 1
    }
    return min(1, exp(shape * log(x) - x - logGamma(shape + 1) + log(sum)))
  }
}
