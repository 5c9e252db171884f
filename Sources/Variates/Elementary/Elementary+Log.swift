extension Elementary {
  /// The natural logarithm of `x`: relative error below 1e-15; minus infinity at 0, not a number below.
  ///
  /// x = 2ᵏ·m with m in [√½, √2); log m = 2 atanh s with s = (m - 1) / (m + 1), whose series up to s²³ leaves 2e-17 of it.
  @inlinable
  public static func log(_ x: Double) -> Double {
    // Written so that a NaN goes the rare way too.
    if !(x >= 0x1p-1022 && x < .infinity) { return logOutside(x) }
    // √½ is where the exponent changes: adding its complement carries into the exponent from there on.
    let shifted = x.bitPattern &+ (0x3FF0_0000_0000_0000 &- 0x3FE6_A09E_667F_3BCD)
    let k = Double(Int64(bitPattern: shifted &>> 52) &- 1023)
    let m = Double(bitPattern: (shifted & 0x000F_FFFF_FFFF_FFFF) &+ 0x3FE6_A09E_667F_3BCD)
    let f = m - 1
    let s = f / (2 + f)
    let z = s * s
    let z2 = z * z
    let z4 = z2 * z2
    let q1 = 2.0 / 3 + z * (2.0 / 5)
    let q3 = 2.0 / 7 + z * (2.0 / 9)
    let q5 = 2.0 / 11 + z * (2.0 / 13)
    let q7 = 2.0 / 15 + z * (2.0 / 17)
    let q9 = 2.0 / 19 + z * (2.0 / 21)
    let rest = z * ((q1 + z2 * q3) + z4 * ((q5 + z2 * q7) + z4 * (q9 + z2 * (2.0 / 23))))
    // log m = f - f²/2 + s(f²/2 + rest): the large terms are exact or nearly so.
    let half = 0.5 * f * f
    return k * log2High - ((half - (s * (half + rest) + k * log2Low)) - f)
  }

  /// The same for numbers that are not normal, zero and negative ones.
  @usableFromInline @inline(never)
  static func logOutside(_ x: Double) -> Double {
    if x == 0 { return -.infinity }
    if x.isNaN || x == .infinity { return x }
    if x < 0 { return .nan }
    return log(x * 0x1p54) - 54 * log2High - 54 * log2Low
  }

  /// `base` to the power `exponent`, as exp(exponent · log base); `base` at least 0, and 0 to a positive power is 0.
  ///
  /// The relative error grows with the result's own logarithm: about 2e-16 · (1 + |exponent · log base|).
  @inlinable
  public static func power(_ base: Double, _ exponent: Double) -> Double {
    exp(exponent * log(base))
  }

  /// The square root of `x`, at least 0: relative error below 3e-16; not a number below 0.
  ///
  /// The standard library's own calls the C library for what is below 0, which every program would then have to link.
  public static func squareRoot(_ x: Double) -> Double {
    if x == 0 || x == .infinity { return x }
    let near = power(x, 0.5)
    return 0.5 * (near + x / near)
  }
}
