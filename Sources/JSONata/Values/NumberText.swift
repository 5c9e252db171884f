/// Numbers as texts, as JavaScript writes them.
enum NumberText {
  /// The shortest digits that give the same number again; with an exponent from 1e21 on and below 1e-6.
  ///
  /// - Source: ECMAScript, Number::toString.
  static func shortest(_ number: Double) -> String {
    guard number.isFinite else { return number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity" }
    if number == 0 { return "0" }
    let (digits, point) = significant(number.magnitude)
    return (number < 0 ? "-" : "") + placed(digits, point)
  }

  /// As `$string` writes a number: whole ones as they are, others with at most 15 significant digits.
  ///
  /// - Source: JSONata, `$string`.
  static func rounded(_ number: Double) -> String {
    if number.isFinite, number.rounded() != number {
      return (number < 0 ? "-" : "") + shortest(Decimal(number.magnitude).rounded(toDigits: 15).value)
    }
    return shortest(number)
  }

  /// The shortest digits, and how many of them are before the decimal point.
  static func significant(_ number: Double) -> (digits: [UInt8], point: Int) {
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    let text = Array(number.description.utf8)
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        exponent = Int(String(decoding: text[(index + 1)...], as: UTF8.self).replacingPlus) ?? 0
      case UInt8(ascii: "0")...UInt8(ascii: "9") where exponent == 0: digits.append(byte - 48)
      default: break
      }
      if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") { break }
    }
    return trimmed(digits, (point ?? digits.count) + exponent)
  }

  /// Without zeros at the ends.
  private static func trimmed(_ digits: [UInt8], _ point: Int) -> ([UInt8], Int) {
    let leading = digits.prefix { $0 == 0 }.count
    var rest = Array(digits.dropFirst(leading))
    while rest.last == 0 { rest.removeLast() }
    return (rest, point - leading)
  }

  private static func placed(_ digits: [UInt8], _ point: Int) -> String {
    let text = String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
    let count = digits.count
    if count <= point, point <= 21 { return text + String(repeating: "0", count: point - count) }
    if 0 < point, point <= 21 { return text.prefix(point) + "." + text.dropFirst(point) }
    if -6 < point, point <= 0 { return "0." + String(repeating: "0", count: -point) + text }
    let exponent = point - 1
    let tail = count == 1 ? "" : "." + text.dropFirst()
    return text.prefix(1) + tail + "e" + (exponent < 0 ? "-" : "+") + String(exponent.magnitude)
  }
}

extension String {
  /// Without a plus sign at its begin, which `Int` takes but an exponent may have after a sign of its own.
  fileprivate var replacingPlus: String { hasPrefix("+") ? String(dropFirst()) : self }
}
