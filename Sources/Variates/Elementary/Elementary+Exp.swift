extension Elementary {
  /// e to the power `x`: relative error below 1e-15 where the result is a normal number, infinity above 709.78, 0 below -745.13.
  ///
  /// x = n·log 2 + r with |r| ≤ ½ log 2; the series of e^r up to r¹³ leaves 4e-18.
  @inlinable @inline(__always)
  public static func exp(_ x: Double) -> Double {
    // Written so that a NaN goes the rare way too.
    if !(abs(x) < 708) { return expOutside(x) }
    let shifted = x * 1.442_695_040_888_963_4 + rounder
    let n = shifted - rounder
    let power = Int64(bitPattern: shifted.bitPattern) &<< 52
    return Double(bitPattern: UInt64(bitPattern: power &+ Int64(bitPattern: expOfRest(x, n).bitPattern)))
  }

  /// e to the power `x` - `n` log 2, by the series, in pairs so that the processor can overlap them.
  @inlinable @inline(__always)
  static func expOfRest(_ x: Double, _ n: Double) -> Double {
    let r = (x - n * log2High) - n * log2Low
    let r2 = r * r
    let r4 = r2 * r2
    let p2 = 0.5 + r * (1.0 / 6)
    let p4 = 1.0 / 24 + r * (1.0 / 120)
    let p6 = 1.0 / 720 + r * (1.0 / 5040)
    let p8 = 1.0 / 40320 + r * (1.0 / 362_880)
    let p10 = 1.0 / 3_628_800 + r * (1.0 / 39_916_800)
    let p12 = 1.0 / 479_001_600 + r * (1.0 / 6_227_020_800)
    let q = (p2 + r2 * p4) + r4 * ((p6 + r2 * p8) + r4 * (p10 + r2 * p12))
    return 1 + (r + r2 * q)
  }

  /// The same where the result, or what leads to it, is not a normal number.
  @usableFromInline @inline(never)
  static func expOutside(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 709.782_712_893_384 { return .infinity }
    if x < -745.133_219_101_941_2 { return 0 }
    // In two steps, so that neither factor is out of range.
    let half = exp(0.5 * x)
    return half * half
  }
}
