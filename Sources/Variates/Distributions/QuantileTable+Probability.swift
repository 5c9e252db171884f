extension QuantileTable {
  /// The value at the share `p`: on the line between its knots, or that of the outermost knot.
  ///
  /// - Complexity: O(n) in the number of knots.
  public func quantile(_ p: Double) -> Double {
    let knots = scaledKnots
    guard let first = knots.first, let last = knots.last else { return .nan }
    if p <= first.p { return first.value }
    guard let after = knots.firstIndex(where: { $0.p >= p }) else { return last.value }
    let left = knots[after - 1]
    let right = knots[after]
    let part = (p - left.p) / (right.p - left.p)
    switch interpolation {
    case .linear: return left.value + part * (right.value - left.value)
    case .log: return left.value * Elementary.power(right.value / left.value, part)
    }
  }

  /// The share of values that do not exceed `x`.
  ///
  /// - Complexity: O(n) in the number of knots.
  public func cdf(_ x: Double) -> Double {
    let knots = scaledKnots
    guard let first = knots.first, let last = knots.last else { return .nan }
    if x < first.value { return 0 }
    if x >= last.value { return 1 }
    // Values may stand still between knots: the last knot at or below x is the one that counts.
    let before = knots.lastIndex { $0.value <= x } ?? 0
    let left = knots[before]
    let right = knots[before + 1]
    let part: Double
    switch interpolation {
    case .linear: part = (x - left.value) / (right.value - left.value)
    case .log: part = Elementary.log(x / left.value) / Elementary.log(right.value / left.value)
    }
    return left.p + part * (right.p - left.p)
  }
}
