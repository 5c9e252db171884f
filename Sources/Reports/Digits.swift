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
    var buffer = TextBuffer()
    write(value, digits, to: &buffer)
    return buffer.text
  }

  /// The number that ``significant(_:_:)`` prints.
  public static func rounded(_ value: Double) -> Double { Double(significant(value)) ?? value }

  /// An amount of nano-dollars in dollars, exactly, without trailing zeros.
  public static func dollars(_ nano: Int64) -> String {
    var buffer = TextBuffer()
    write(dollars: nano, to: &buffer)
    return buffer.text
  }

  static func write(_ value: Double, _ digits: Int = ofResults, to buffer: inout TextBuffer) {
    precondition(value.isFinite && (1...15).contains(digits), "\(digits) digits of \(value)")
    if value == 0 { return buffer.append(UInt8(ascii: "0")) }
    if value < 0 { buffer.append(UInt8(ascii: "-")) }
    var (mantissa, exponent) = decimal(value.magnitude, digits)
    var length = digits
    while mantissa % 10 == 0, length > 1 {
      mantissa /= 10
      length -= 1
    }
    write(UInt64(mantissa), length, exponent, to: &buffer)
  }

  static func write(dollars nano: Int64, to buffer: inout TextBuffer) {
    if nano < 0 { buffer.append(UInt8(ascii: "-")) }
    buffer.append(digits: nano.magnitude / 1_000_000_000, atLeast: 1)
    var (fraction, width) = (nano.magnitude % 1_000_000_000, 9)
    if fraction == 0 { return }
    while fraction % 10 == 0 { (fraction, width) = (fraction / 10, width - 1) }
    buffer.append(point)
    buffer.append(digits: fraction, atLeast: width)
  }

  private static let point = UInt8(ascii: ".")

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

  /// Writes digits of which the first stands for a power of ten.
  private static func write(_ mantissa: UInt64, _ length: Int, _ exponent: Int, to buffer: inout TextBuffer) {
    let places = length - 1 - exponent
    switch exponent {
    case -7 ... -1:
      buffer.append("0.")
      buffer.append(digits: mantissa, atLeast: places)
    case 0..<15 where places <= 0:
      buffer.append(digits: mantissa * UInt64(powers[-places]), atLeast: 1)
    case 0..<15:
      write(mantissa, places, to: &buffer)
    default:
      length == 1 ? buffer.append(digits: mantissa, atLeast: 1) : write(mantissa, length - 1, to: &buffer)
      buffer.append(UInt8(ascii: "e"))
      buffer.append(Int64(exponent))
    }
  }

  /// Writes digits with some of them behind the point.
  private static func write(_ mantissa: UInt64, _ places: Int, to buffer: inout TextBuffer) {
    let scale = UInt64(powers[places])
    buffer.append(digits: mantissa / scale, atLeast: 1)
    buffer.append(point)
    buffer.append(digits: mantissa % scale, atLeast: places)
  }
}
