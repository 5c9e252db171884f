/// Functions on numbers.
///
/// - Source: JSONata, numeric functions.
extension Library {
  static let numbers: [Native] = [
    Native("number", "<(nsb)-:n>", 1) { (arguments, _) throws(Failure) in
      switch arguments[0] {
      case .undefined: return .undefined
      case .bool(let value): return .number(value ? 1 : 0)
      case .string(let text):
        guard let number = number(text) else { throw Failure("D3030", "\(text) is no number") }
        return .number(number)
      default: return arguments[0]
      }
    },
    Native("abs", "<n-:n>", 1) { (arguments, _) throws(Failure) in try mapped(arguments) { $0.magnitude } },
    Native("floor", "<n-:n>", 1) { (arguments, _) throws(Failure) in try mapped(arguments) { $0.rounded(.down) } },
    Native("ceil", "<n-:n>", 1) { (arguments, _) throws(Failure) in try mapped(arguments) { $0.rounded(.up) } },
    Native("round", "<n-n?:n>", 2) { (arguments, _) throws(Failure) in
      let precision = try arguments.number(1).map { Int(max(-400, min($0.rounded(.towardZero), 400))) } ?? 0
      return try mapped(arguments) { rounded($0, precision) }
    },
    Native("sqrt", "<n-:n>", 1) { (arguments, _) throws(Failure) in
      if let number = try arguments.number(0), number < 0 { throw Failure("D3060", "a negative number has no square root") }
      return try mapped(arguments) { $0.squareRoot() }
    },
    Native("power", "<n-n:n>", 2) { (arguments, _) throws(Failure) in
      guard let base = try arguments.number(0) else { return .undefined }
      let result = Power.of(base, try arguments.number(1) ?? .nan)
      guard result.isFinite else { throw Failure("D3061", "the power is no number that JSON could hold") }
      return .number(result)
    },
  ]

  static let random = Native("random", "<:n>", 0) { (_, call) throws(Failure) in .number(call.run.environment.fraction()) }

  private static func mapped(_ arguments: Arguments, _ change: (Double) -> Double) throws(Failure) -> Value {
    try arguments.number(0).map { .number(change($0)) } ?? .undefined
  }

  /// A decimal number as in JSON, but leading zeros may be; or one with 0x, 0o or 0b.
  static func number(_ text: String) -> Double? {
    var bytes = Array(text.utf8)[...]
    if bytes.count > 2, bytes[0] == UInt8(ascii: "0"), let radix = radix(bytes[1]) {
      let digits = text.dropFirst(2)
      guard digits.first != "+", digits.first != "-" else { return nil }
      return UInt64(digits, radix: radix).map { Double($0) }
    }
    func digits() -> Bool {
      let rest = bytes.drop { 48...57 ~= $0 }
      defer { bytes = rest }
      return rest.count < bytes.count
    }
    if bytes.first == UInt8(ascii: "-") { bytes = bytes.dropFirst() }
    guard digits() else { return nil }
    if bytes.first == UInt8(ascii: ".") {
      bytes = bytes.dropFirst()
      guard digits() else { return nil }
    }
    if let mark = bytes.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
      bytes = bytes.dropFirst()
      if let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { bytes = bytes.dropFirst() }
      guard digits() else { return nil }
    }
    guard bytes.isEmpty, let number = Double(text), number.isFinite else { return nil }
    return number
  }

  private static func radix(_ letter: UInt8) -> Int? {
    switch Unicode.Scalar(letter) {
    case "x", "X": 16
    case "o", "O": 8
    case "b", "B": 2
    default: nil
    }
  }

  /// To so many places after the point, halves to the even neighbour.
  ///
  /// Decimal digits decide, not those of the binary number.
  static func rounded(_ number: Double, _ precision: Int = 0) -> Double {
    guard number.isFinite, number != 0 else { return 0 }
    let shifted = NumberText.shifted(number, precision)
    guard shifted.isFinite else { return number }
    let whole = NumberText.shifted(shifted.rounded(.toNearestOrEven), -precision)
    return whole == 0 ? 0 : whole
  }
}

extension NumberText {
  /// The number with its decimal point moved to the right by so many places.
  static func shifted(_ number: Double, _ places: Int) -> Double {
    if places == 0 || number == 0 { return number }
    let (digits, point) = significant(number.magnitude)
    let value = Decimal(digits: digits, point: point + places).value
    return number < 0 ? -value : value
  }
}
