/// A number's digits to the last, for rounding that must be right.
///
/// Every binary floating-point number has finitely many decimal digits; a tie is one only if all of them say so.
struct Decimal {
  /// Significant digits, the first of which is not zero; none for zero.
  private(set) var digits: [UInt8]
  /// How many of the digits are before the decimal point; may be negative.
  private(set) var point: Int

  /// All digits of a finite number that is not negative.
  ///
  /// - Complexity: O(d²) in the number of digits, at most some 770.
  init(_ number: Double) {
    precondition(number.isFinite && number >= 0, "\(number) has no digits")
    digits = []
    point = 0
    guard number > 0 else { return }
    let fraction = number.significandBitPattern
    let biased = Int(number.exponentBitPattern)
    var limbs = Limbs(biased == 0 ? fraction : fraction | 1 << 52)
    let exponent = (biased == 0 ? 1 : biased) - 1075
    if exponent >= 0 {
      limbs.multiply(by: 2, times: exponent)
    } else {
      limbs.multiply(by: 5, times: -exponent)
    }
    digits = limbs.digits()
    point = digits.count + min(exponent, 0)
    while digits.last == 0 { digits.removeLast() }
  }

  /// Digits and where the point is.
  init(digits: [UInt8], point: Int) {
    self.digits = digits
    self.point = point
  }

  /// Rounded to so many significant digits, ties away from zero.
  func rounded(toDigits count: Int) -> Decimal {
    guard digits.count > count else { return self }
    guard count >= 0 else { return Decimal(digits: [], point: 0) }
    var kept = Array(digits.prefix(count))
    var point = self.point
    if digits[count] >= 5 {
      var place = kept.count - 1
      while place >= 0, kept[place] == 9 {
        kept[place] = 0
        place -= 1
      }
      if place >= 0 {
        kept[place] += 1
      } else {
        kept.insert(1, at: 0)
        point += 1
      }
    }
    while kept.last == 0 { kept.removeLast() }
    return Decimal(digits: kept, point: kept.isEmpty ? 0 : point)
  }

  /// The digits with so many places after the point, ties away from zero.
  func fixed(_ places: Int) -> String {
    let short = rounded(toDigits: point + places)
    var text = ""
    for place in min(short.point, 1) - 1..<short.point where short.point > 0 && place >= 0 { text += short.digit(place) }
    if short.point <= 0 { text = "0" }
    guard places > 0 else { return text }
    text += "."
    for place in 0..<places { text += short.digit(short.point + place) }
    return text
  }

  /// The nearest number.
  var value: Double {
    Double("0." + String(decoding: digits.map { $0 + 48 }, as: UTF8.self) + "e\(point)") ?? 0
  }

  private func digit(_ place: Int) -> String { digits.indices.contains(place) ? String(digits[place]) : "0" }
}

/// A natural number of any size, in limbs of nine decimal digits, the lowest first.
private struct Limbs {
  private static let base: UInt64 = 1_000_000_000
  private var limbs: [UInt64] = []

  init(_ number: UInt64) {
    var rest = number
    while rest > 0 {
      limbs.append(rest % Limbs.base)
      rest /= Limbs.base
    }
  }

  mutating func multiply(by factor: UInt64, times: Int) {
    // As many factors at once as fit beside a limb.
    let (step, power): (Int, UInt64) = factor == 2 ? (30, 1 << 30) : (13, 1_220_703_125)
    for _ in 0..<times / step { multiply(by: power) }
    for _ in 0..<times % step { multiply(by: factor) }
  }

  private mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = limbs[index] * factor + carry
      limbs[index] = product % Limbs.base
      carry = product / Limbs.base
    }
    while carry > 0 {
      limbs.append(carry % Limbs.base)
      carry /= Limbs.base
    }
  }

  /// All decimal digits, the highest first.
  func digits() -> [UInt8] {
    var result: [UInt8] = []
    for limb in limbs.reversed() {
      var part: [UInt8] = []
      var rest = limb
      for _ in 0..<9 {
        part.append(UInt8(rest % 10))
        rest /= 10
      }
      result += part.reversed()
    }
    return Array(result.drop { $0 == 0 })
  }
}
