/// Powers of numbers without the system's mathematical library, so that they are the same everywhere.
///
/// Computed with about 100 bits and rounded at the end.
enum Power {
  /// A base to an exponent; not a number where JavaScript says so.
  ///
  /// - Source: ECMAScript, Number::exponentiate.
  static func of(_ base: Double, _ exponent: Double) -> Double {
    if exponent == 0 { return 1 }
    if base.isNaN || exponent.isNaN { return .nan }
    if base == 0 { return exponent > 0 ? 0 : .infinity }
    if base == 1 { return 1 }
    let isWhole = exponent.rounded() == exponent
    if base < 0, !isWhole { return .nan }
    let isOdd = isWhole && exponent.magnitude < 0x1p53 && exponent.truncatingRemainder(dividingBy: 2) != 0
    let size = base.magnitude
    let result = isWhole && exponent.magnitude <= 1024 ? whole(size, Int(exponent)) : (logarithm(size) * DoubleDouble(exponent)).exponential
    return base < 0 && isOdd ? -result : result
  }

  private static func whole(_ base: Double, _ exponent: Int) -> Double {
    // The significand alone is raised, so that nothing on the way is out of range.
    let fraction = base.significand
    var result = DoubleDouble(1)
    var square = DoubleDouble(fraction)
    var rest = exponent.magnitude
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      square = square * square
      rest >>= 1
    }
    if exponent < 0 { result = DoubleDouble(1) / result }
    return result.scaled(Int(base.exponent) * exponent)
  }

  /// The natural logarithm of a positive number.
  private static func logarithm(_ number: Double) -> DoubleDouble {
    var power = Int(number.exponent)
    var fraction = number.significand
    if fraction > 1.414_213_562 {
      fraction /= 2
      power += 1
    }
    // log f = 2 artanh((f − 1) ÷ (f + 1)), a series in odd powers of what is below 0.172.
    let ratio = (DoubleDouble(fraction) - DoubleDouble(1)) / (DoubleDouble(fraction) + DoubleDouble(1))
    let square = ratio * ratio
    var sum = DoubleDouble(0)
    for term in stride(from: 45, through: 1, by: -2) { sum = sum * square + DoubleDouble(1) / DoubleDouble(Double(term)) }
    return ratio * sum * DoubleDouble(2) + DoubleDouble.logarithmOf2 * DoubleDouble(Double(power))
  }
}

/// A number of about 106 bits as a sum of two.
///
/// - Source: T. J. Dekker, A floating-point technique for extending the available precision, Numerische Mathematik 18, 1971.
private struct DoubleDouble {
  var high: Double
  var low: Double

  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  static let logarithmOf2 = DoubleDouble(0.693_147_180_559_945_3, 2.319_046_813_846_299_6e-17)

  /// Both parts so that the first holds as much as it can.
  private static func normalized(_ high: Double, _ low: Double) -> DoubleDouble {
    let sum = high + low
    return DoubleDouble(sum, low - (sum - high))
  }

  static func + (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
    let sum = left.high + right.high
    let part = sum - left.high
    let error = (left.high - (sum - part)) + (right.high - part)
    return normalized(sum, error + left.low + right.low)
  }

  static func - (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble { left + DoubleDouble(-right.high, -right.low) }

  static func * (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
    let product = left.high * right.high
    let error = (-product).addingProduct(left.high, right.high)
    return normalized(product, error + left.high * right.low + left.low * right.high)
  }

  static func / (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
    let first = left.high / right.high
    let rest = left - right * DoubleDouble(first)
    let second = rest.high / right.high
    let last = (rest - right * DoubleDouble(second)).high / right.high
    return normalized(first, second) + DoubleDouble(last)
  }

  /// e to this power, as a number.
  var exponential: Double {
    if high > 710 { return .infinity }
    if high < -750 { return 0 }
    let turns = (high / DoubleDouble.logarithmOf2.high).rounded()
    let rest = self - DoubleDouble.logarithmOf2 * DoubleDouble(turns)
    let small = DoubleDouble(rest.high / 256, rest.low / 256)
    var sum = DoubleDouble(1)
    for term in stride(from: 14, through: 1, by: -1) { sum = sum * small / DoubleDouble(Double(term)) + DoubleDouble(1) }
    for _ in 0..<8 { sum = sum * sum }
    return sum.scaled(Int(turns))
  }

  /// As one number, times a power of 2.
  func scaled(_ power: Int) -> Double {
    let value = high + low
    // In two steps, since the power alone may be out of range where the product is not.
    let half = max(-1000, min(power / 2, 1000))
    let rest = max(-1000, min(power - half, 1000))
    return value * Double(sign: .plus, exponent: half, significand: 1) * Double(sign: .plus, exponent: rest, significand: 1)
  }
}
