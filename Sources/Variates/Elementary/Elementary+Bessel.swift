extension Elementary {
  /// The modified Bessel function of the first kind and order 0: relative error below 1e-14 for |x| up to 700.
  ///
  /// - Complexity: O(|x|): the series Σ (x²/4)ᵏ / (k!)², of positive terms, until one no longer counts.
  /// - Source: M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 9.6.12.
  public static func besselI0(_ x: Double) -> Double {
    let quarter = 0.25 * x * x
    precondition(quarter <= 122_500, "I0(\(x)) is too large")
    var sum = 1.0
    var term = 1.0
    var k = 1.0
    while true {
      term *= quarter / (k * k)
      sum += term
      if term < sum * 1e-17 { return sum }
      k += 1
    }
  }
}
