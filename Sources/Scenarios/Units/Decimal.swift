/// A decimal number as written, exact: `mantissa` · 10^`exponent`.
struct Decimal: Equatable {
  let mantissa: Int64
  let exponent: Int

  /// The number at the start of a text, and the rest after it, spaces dropped; nil if none begins there.
  ///
  /// A number has a sign, digits, a fraction and an exponent: `-1.5e9`. Up to 18 significant digits.
  static func prefix(of text: Substring) -> (number: Decimal, rest: Substring)? {
    var bytes = text.utf8[...]
    var negative = false
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      negative = sign == UInt8(ascii: "-")
      bytes = bytes.dropFirst()
    }
    var mantissa: Int64 = 0
    var exponent = 0
    var digits = 0
    var inFraction = false
    scan: while let byte = bytes.first {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if digits > 0 || byte != UInt8(ascii: "0") { digits += 1 }
        if digits > 18 { return nil }
        mantissa = mantissa * 10 + Int64(byte - UInt8(ascii: "0"))
        if inFraction { exponent -= 1 }
      case UInt8(ascii: ".") where !inFraction && (bytes.dropFirst().first.map(isDigit) ?? false): inFraction = true
      default: break scan
      }
      bytes = bytes.dropFirst()
    }
    guard bytes.startIndex > text.utf8.startIndex, let last = text.utf8[..<bytes.startIndex].last, isDigit(last) else { return nil }
    if let power = exponentPrefix(&bytes) { exponent += power }
    guard abs(exponent) <= 60 else { return nil }
    while bytes.first == UInt8(ascii: " ") { bytes = bytes.dropFirst() }
    return (Decimal(mantissa: negative ? -mantissa : mantissa, exponent: mantissa == 0 ? 0 : exponent), Substring(bytes))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  /// Takes `e9`, `e+9` or `E-3` from the front.
  private static func exponentPrefix(_ bytes: inout Substring.UTF8View) -> Int? {
    guard let e = bytes.first, e == UInt8(ascii: "e") || e == UInt8(ascii: "E") else { return nil }
    var rest = bytes.dropFirst()
    var negative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      negative = sign == UInt8(ascii: "-")
      rest = rest.dropFirst()
    }
    let digits = rest.prefix(while: isDigit)
    guard (1...3).contains(digits.count), let power = Int(Substring(digits)) else { return nil }
    bytes = rest.dropFirst(digits.count)
    return negative ? -power : power
  }

  /// The number times a fraction, rounded half away from zero; nil if it does not fit.
  func integer(times numerator: Int64, over denominator: Int64) -> Int64? {
    var top = Int128(mantissa) * Int128(numerator)
    var bottom = Int128(denominator)
    var power = exponent
    while power > 0 {
      let (product, overflow) = top.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      top = product
      power -= 1
    }
    while power < 0 {
      let (product, overflow) = bottom.multipliedReportingOverflow(by: 10)
      if overflow { return 0 }
      bottom = product
      power += 1
    }
    let (quotient, remainder) = top.quotientAndRemainder(dividingBy: bottom)
    let up = remainder.magnitude >= (bottom.magnitude + 1) / 2
    return Int64(exactly: up ? quotient + (top < 0 ? -1 : 1) : quotient)
  }

  /// The number times a fraction, as the nearest binary number where at most 15 digits are given.
  func double(times numerator: Int64, over denominator: Int64) -> Double {
    var top = Double(mantissa) * Double(numerator)
    var bottom = Double(denominator)
    for _ in 0..<max(0, exponent) { top *= 10 }
    for _ in 0..<max(0, -exponent) { bottom *= 10 }
    return top / bottom
  }
}
