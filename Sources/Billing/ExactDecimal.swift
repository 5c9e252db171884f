/// A decimal number as it is printed in a price list, kept exactly: `mantissa` times ten to the `exponent`.
///
/// Prices such as 0.0000166667 USD for a GB-s have no exact binary fraction; here they are 166667 and -10.
public struct ExactDecimal: Hashable, Sendable {
  /// The digits; 0 or more, and not a multiple of ten unless it is 0.
  public let mantissa: Int64
  /// The power of ten; -18 to 18, and 0 for the number 0.
  public let exponent: Int

  /// `mantissa` times ten to the `exponent`, with trailing zeros taken out of the mantissa.
  ///
  /// - Precondition: `mantissa` is at least 0, and the exponent is -18 to 18 once the zeros are out.
  public init(_ mantissa: Int64, exponent: Int = 0) {
    precondition(mantissa >= 0, "a decimal of \(mantissa) is below 0")
    var digits = mantissa
    var power = mantissa == 0 ? 0 : exponent
    while digits != 0, digits.isMultiple(of: 10) {
      digits /= 10
      power += 1
    }
    precondition(Self.exponents.contains(power), "a decimal with the exponent \(power) is outside \(Self.exponents)")
    self.mantissa = digits
    self.exponent = power
  }

  /// The number that `text` writes, such as `0.0000166667`, `400000` or `6e9`; nil if it writes none, or one with more than 18 digits.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "e", omittingEmptySubsequences: false)
    let number = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let fraction = number.count == 2 ? number[1] : ""
    guard parts.count <= 2, number.count <= 2, !number[0].isEmpty, number.count == 1 || !fraction.isEmpty else { return nil }
    let digits = String(number[0]) + fraction
    guard digits.utf8.allSatisfy({ (48...57).contains($0) }), digits.drop(while: { $0 == "0" }).utf8.count <= 18 else { return nil }
    guard let mantissa = Int64(digits), let power = parts.count == 2 ? Int(parts[1]) : 0, abs(power) <= 18 else { return nil }
    guard mantissa == 0 || Self.exponents.contains(power - fraction.utf8.count) else { return nil }
    self.init(mantissa, exponent: power - fraction.utf8.count)
  }

  private static let exponents = -18...18
}

extension ExactDecimal: CustomStringConvertible {
  /// The number in plain digits, without an exponent: `0.0000166667`.
  public var description: String {
    let digits = String(mantissa)
    guard exponent < 0 else { return mantissa == 0 ? "0" : digits + String(repeating: "0", count: exponent) }
    let places = -exponent
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    return "\(padded.dropLast(places)).\(padded.suffix(places))"
  }
}

extension ExactDecimal {
  /// This number times `factor` over `divisor`, rounded to the nearest integer, halves up; nil if the result is outside `Int64`.
  ///
  /// - Parameters:
  ///   - factor: 0 or more.
  ///   - divisor: 1 or more.
  ///   - shift: a power of ten by which the result is multiplied before it is rounded, -18 to 18.
  func scaled(by factor: Int64, over divisor: Int64, shift: Int = 0) -> Int64? {
    precondition(factor >= 0 && divisor > 0, "a decimal is scaled by \(factor) over \(divisor)")
    let power = exponent + shift
    let (product, overflow) = Int128(mantissa).multipliedReportingOverflow(by: Int128(factor))
    let (above, overflowAbove) = product.multipliedReportingOverflow(by: Self.powerOfTen(max(0, power)))
    let (below, overflowBelow) = Int128(divisor).multipliedReportingOverflow(by: Self.powerOfTen(max(0, -power)))
    guard !overflow, !overflowAbove, !overflowBelow else { return nil }
    return Int64(exactly: (above + below / 2) / below)
  }

  private static func powerOfTen(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
