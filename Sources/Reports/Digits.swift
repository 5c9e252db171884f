/// Prints numbers with a fixed number of significant digits, the same on every machine and in every locale.
public enum Digits {
  /// Significant digits of every computed number in results.
  public static let ofResults = 9

  /// A number in plain decimal notation, or with an exponent below 1e-7 and from 1e15 on, without trailing zeros.
  ///
  /// The digits are rounded half up from the shortest ones that give the same number again.
  ///
  /// - Parameters:
  ///   - value: finite.
  ///   - digits: how many significant digits, 1 ... 17.
  public static func significant(_ value: Double, _ digits: Int = ofResults) -> String {
    precondition(value.isFinite && (1...17).contains(digits), "\(digits) digits of \(value)")
    if value == 0 { return "0" }
    var (shown, exponent) = decimal(value.magnitude)
    if shown.count > digits {
      let up = shown[digits] >= 5
      shown.removeLast(shown.count - digits)
      if up && increment(&shown) { exponent += 1 }
    }
    while shown.count > 1, shown.last == 0 { shown.removeLast() }
    return (value < 0 ? "-" : "") + notation(shown.map(String.init).joined(), exponent)
  }

  /// The number that ``significant(_:_:)`` prints.
  public static func rounded(_ value: Double) -> Double { Double(significant(value)) ?? value }

  /// An amount of nano-dollars in dollars, exactly, without trailing zeros.
  public static func dollars(_ nano: Int64) -> String {
    let magnitude = nano.magnitude
    var fraction = String(magnitude % 1_000_000_000)
    fraction = String(repeating: "0", count: 9 - fraction.count) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    return (nano < 0 ? "-" : "") + String(magnitude / 1_000_000_000) + (fraction.isEmpty ? "" : ".\(fraction)")
  }

  /// The shortest digits of a positive number, and the power of ten of the first.
  private static func decimal(_ value: Double) -> (digits: [UInt8], exponent: Int) {
    let parts = value.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let scale = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    let digits = mantissa.joined().utf8.map { $0 - 48 }
    let zeros = digits.prefix { $0 == 0 }.count
    return (Array(digits.dropFirst(zeros)), mantissa[0].count - 1 - zeros + scale)
  }

  /// Adds 1 to the last digit; says whether the first digit moved up a place, as in 999 to 100.
  private static func increment(_ digits: inout [UInt8]) -> Bool {
    var place = digits.count - 1
    while place >= 0, digits[place] == 9 {
      digits[place] = 0
      place -= 1
    }
    if place >= 0 {
      digits[place] += 1
      return false
    }
    digits[0] = 1
    return true
  }

  private static func notation(_ digits: String, _ exponent: Int) -> String {
    switch exponent {
    case -7 ... -1: return "0." + String(repeating: "0", count: -exponent - 1) + digits
    case 0..<15:
      if digits.count <= exponent + 1 { return digits + String(repeating: "0", count: exponent + 1 - digits.count) }
      return "\(digits.prefix(exponent + 1)).\(digits.dropFirst(exponent + 1))"
    default:
      let rest = digits.dropFirst()
      return "\(digits.prefix(1))\(rest.isEmpty ? "" : ".\(rest)")e\(exponent)"
    }
  }
}
