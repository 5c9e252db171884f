extension QuantileTable {
  /// What every knot's value is multiplied by to have the `mean` asked for; 1 if none is.
  ///
  /// - Complexity: O(n) in the number of knots.
  public var scale: Double {
    guard let mean else { return 1 }
    return mean / moment(1)
  }

  /// The knots in effect: every value multiplied by `scale`.
  ///
  /// - Complexity: O(n) in the number of knots.
  public var scaledKnots: [Quantile] {
    let scale = scale
    return knots.map { Quantile($0.p, $0.value * scale) }
  }

  /// The integral over all shares of the `order`-th power of the knots' own value; `order` 1 or 2.
  ///
  /// - Source: the integral of x over a segment from x₀ to x₁ of width d is d·(x₀ + x₁)/2 on a straight line, and d·(x₁ - x₀) / log(x₁/x₀) on one in the logarithm,
  ///   of which the second power is again a line in the logarithm, from x₀² to x₁².
  func moment(_ order: Int) -> Double {
    precondition(order == 1 || order == 2, "no moment of order \(order)")
    guard let first = knots.first, let last = knots.last else { return .nan }
    func raised(_ value: Double) -> Double { order == 1 ? value : value * value }
    var sum = first.p * raised(first.value) + (1 - last.p) * raised(last.value)
    for (left, right) in zip(knots, knots.dropFirst()) {
      let width = right.p - left.p
      switch interpolation {
      case .log:
        sum += width * QuantileTable.logarithmicMean(raised(left.value), raised(right.value))
      case .linear where order == 1:
        sum += width * 0.5 * (left.value + right.value)
      case .linear:
        sum += width * (left.value * left.value + left.value * right.value + right.value * right.value) / 3
      }
    }
    return sum
  }

  /// The mean of a quantity that grows from `low` to `high` at a constant rate: (high - low) / log(high / low).
  static func logarithmicMean(_ low: Double, _ high: Double) -> Double {
    // With s = (high - low) / (high + low), log(high / low) = 2 atanh s; near 0 the quotient is taken by the series.
    let s = (high - low) / (high + low)
    if abs(s) < 1e-3 {
      let z = s * s
      return 0.5 * (high + low) / (1 + z * (1.0 / 3 + z * (0.2 + z * (1.0 / 7))))
    }
    return (high - low) / Elementary.log(high / low)
  }
}
