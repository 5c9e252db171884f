extension Elementary {
  /// The cosine of an angle given in full turns: absolute error below 1e-15, and exact at every quarter turn.
  ///
  /// The angle is folded into an eighth of a turn, where the series of cosine or sine up to the 17th power leaves less than 1e-16.
  public static func cosine(turns: Double) -> Double {
    precondition(turns.isFinite, "no cosine of \(turns) turns")
    let magnitude = abs(turns)
    // Beyond 2⁵² every number is an integer.
    let part = magnitude < 0x1p51 ? abs(magnitude - ((magnitude + rounder) - rounder)) : 0
    // cos(½ turn - x) = -cos x folds the part, at most half a turn, into a quarter.
    let sign = part > 0.25 ? -1.0 : 1.0
    let quarter = part > 0.25 ? 0.5 - part : part
    return sign * (quarter > 0.125 ? sineSeries(tau * (0.25 - quarter)) : cosineSeries(tau * quarter))
  }

  /// 2π.
  private static let tau = 6.283_185_307_179_586

  /// 1 - x²/2! + x⁴/4! - ... + x¹⁶/16!
  private static func cosineSeries(_ x: Double) -> Double {
    series(-x * x, from: 1)
  }

  /// x - x³/3! + x⁵/5! - ... + x¹⁷/17!
  private static func sineSeries(_ x: Double) -> Double {
    x * series(-x * x, from: 2)
  }

  /// 1 + z/(k(k+1)) · (1 + z/((k+2)(k+3)) · (...)) in eight steps from k = `first`.
  private static func series(_ z: Double, from first: Double) -> Double {
    var sum = 1.0
    for step in stride(from: 7.0, through: 0, by: -1) {
      let k = first + 2 * step
      sum = 1 + z / (k * (k + 1)) * sum
    }
    return sum
  }
}
