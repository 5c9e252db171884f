/// Prints numbers with a fixed number of significant digits, the same on every machine and in every locale.
public enum Digits {
  /// Significant digits of every computed number in results.
  public static let ofResults = 9

  /// A number in plain decimal notation, or with an exponent below 1e-7 and from 1e15 on, without trailing zeros.
  ///
  /// - Parameters:
  ///   - value: finite.
  ///   - digits: how many significant digits, 1 ... 15.
  public static func significant(_ value: Double, _ digits: Int = ofResults) -> String {
    precondition(value.isFinite && (1...15).contains(digits), "\(digits) digits of \(value)")
    if value == 0 { return "0" }
    var (mantissa, exponent) = decimal(value.magnitude, digits)
    var length = digits
    while mantissa % 10 == 0, length > 1 {
      mantissa /= 10
      length -= 1
    }
    return (value < 0 ? "-" : "") + notation(String(mantissa), exponent)
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

  /// The first digits of a positive number, as an integer, and the power of ten of the first of them.
  ///
  /// The product with a power of ten is rounded once by IEEE 754 and once to an integer, halves up: the same everywhere.
  private static func decimal(_ value: Double, _ digits: Int) -> (mantissa: Int64, exponent: Int) {
    var exponent = estimate(value)
    while true {
      let mantissa = Int64(shifted(value, by: digits - 1 - exponent).rounded())
      if mantissa >= powers[digits] {
        exponent += 1
      } else if mantissa < powers[digits - 1] {
        exponent -= 1
      } else {
        return (mantissa, exponent)
      }
    }
  }

  /// The power of ten of a number's first digit, or one off.
  private static func estimate(_ value: Double) -> Int {
    let binary = value.isNormal ? Int(value.exponent) : -1_074
    return Int((Double(binary) * 0.301_029_995_663_981_2).rounded(.down))
  }

  private static func shifted(_ value: Double, by power: Int) -> Double {
    if power < 0 { return value / scale(-power) }
    return power <= 300 ? value * scale(power) : value * scale(300) * scale(power - 300)
  }

  /// A power of ten; exact up to the 22nd.
  private static func scale(_ power: Int) -> Double {
    power <= 22 ? scales[power] : scales[22] * scale(power - 22)
  }

  private static let powers: [Int64] = (0...15).map { (0..<$0).reduce(1) { power, _ in power * 10 } }
  private static let scales: [Double] = (0...22).map { (0..<$0).reduce(1) { power, _ in power * 10 } }

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
