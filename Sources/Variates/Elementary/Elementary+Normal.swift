extension Elementary {
  /// The density of the standard normal distribution at `z`.
  public static func normalDensity(_ z: Double) -> Double {
    exp(-0.5 * z * z) / rootOfTwoPi
  }

  /// The share of the standard normal distribution that lies below `z`: relative error below 1e-13.
  ///
  /// - Source: Abramowitz and Stegun 26.2.11, the series of positive terms, near the middle; 26.2.14, the continued fraction, in the tails.
  public static func normalProbability(_ z: Double) -> Double {
    if z.isNaN { return z }
    let magnitude = abs(z)
    if magnitude > 40 { return z < 0 ? 0 : 1 }
    if magnitude < 2 {
      var sum = magnitude
      var term = magnitude
      var k = 3.0
      while term > sum * 1e-17 {
        term *= magnitude * magnitude / k
        sum += term
        k += 2
      }
      let half = normalDensity(magnitude) * sum
      return z < 0 ? 0.5 - half : 0.5 + half
    }
    var fraction = magnitude
    for step in stride(from: 100.0, through: 1, by: -1) {
      fraction = magnitude + step / fraction
    }
    let tail = normalDensity(magnitude) / fraction
    return z < 0 ? tail : 1 - tail
  }

  /// The number below which the share `p` of the standard normal distribution lies: relative error below 1e-14; minus infinity at 0, infinity at 1.
  ///
  /// - Source: M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", Applied Statistics 37(3), 1988, PPND16.
  public static func normalQuantile(_ p: Double) -> Double {
    precondition(p >= 0 && p <= 1, "no normal quantile of \(p)")
    let q = p - 0.5
    if abs(q) <= 0.425 {
      let r = 0.180625 - q * q
      return q * quotient(r, centre)
    }
    let tail = q < 0 ? p : 1 - p
    if tail == 0 { return q < 0 ? -.infinity : .infinity }
    let r = squareRoot(-log(tail))
    let z = r <= 5 ? quotient(r - 1.6, middle) : quotient(r - 5, outer)
    return q < 0 ? -z : z
  }

  /// The coefficients of numerator and denominator, from the constant term up.
  private typealias Rational = (above: [Double], below: [Double])

  private static func quotient(_ x: Double, _ rational: Rational) -> Double {
    func polynomial(_ coefficients: [Double]) -> Double { coefficients.reversed().reduce(0) { $0 * x + $1 } }
    return polynomial(rational.above) / polynomial(rational.below)
  }

  private static let centre: Rational = (
    [
      3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
      4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3,
    ],
    [
      1, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
      2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3,
    ]
  )

  private static let middle: Rational = (
    [
      1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
      1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ],
    [
      1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
      1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ]
  )

  private static let outer: Rational = (
    [
      6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
      2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ],
    [
      1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
      7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ]
  )
}
