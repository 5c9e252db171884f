/// Reads JSON from a text.
///
/// - Source: RFC 8259.
struct JSONReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The whole text as one value; nil if it is none, or is nested too deeply.
  mutating func read() -> Value? {
    let value = value(Limits.nesting - 1)
    skip()
    return place == bytes.count ? value : nil
  }

  private mutating func skip() {
    while place < bytes.count, [9, 10, 13, 32].contains(bytes[place]) { place += 1 }
  }

  private mutating func take(_ text: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard bytes[place...].starts(with: wanted) else { return false }
    place += wanted.count
    return true
  }

  private mutating func value(_ levels: Int) -> Value? {
    guard levels > 0 else { return nil }
    skip()
    guard place < bytes.count else { return nil }
    switch Unicode.Scalar(bytes[place]) {
    case "{": return object(levels)
    case "[": return array(levels)
    case "\"": return string().map { .string($0) }
    case "t": return take("true") ? .bool(true) : nil
    case "f": return take("false") ? .bool(false) : nil
    case "n": return take("null") ? .null : nil
    default: return number().map { .number($0) }
    }
  }

  private mutating func array(_ levels: Int) -> Value? {
    place += 1
    var items: [Value] = []
    skip()
    if take("]") { return .array(List([])) }
    repeat {
      guard let item = value(levels - 1) else { return nil }
      items.append(item)
      skip()
    } while take(",")
    return take("]") ? .array(List(items)) : nil
  }

  private mutating func object(_ levels: Int) -> Value? {
    place += 1
    let object = Object()
    skip()
    if take("}") { return .object(object) }
    repeat {
      skip()
      guard let key = string() else { return nil }
      skip()
      guard take(":"), let value = value(levels - 1) else { return nil }
      object.set(key, value)
      skip()
    } while take(",")
    return take("}") ? .object(object) : nil
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var units: [UInt16] = []
    var begin = place
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 32 { return nil }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        units += String(decoding: bytes[begin..<place], as: UTF8.self).utf16
        place += 1
        if byte == UInt8(ascii: "\"") { return String(decoding: units, as: UTF16.self) }
        guard let unit = escape() else { return nil }
        units.append(unit)
        begin = place
      } else {
        place += 1
      }
    }
    return nil
  }

  private mutating func escape() -> UInt16? {
    guard place < bytes.count else { return nil }
    place += 1
    switch Unicode.Scalar(bytes[place - 1]) {
    case "\"": return 34
    case "\\": return 92
    case "/": return 47
    case "b": return 8
    case "f": return 12
    case "n": return 10
    case "r": return 13
    case "t": return 9
    case "u":
      let digits = bytes[place...].prefix(4)
      guard digits.count == 4, digits.first != UInt8(ascii: "+"), digits.first != UInt8(ascii: "-") else { return nil }
      place += 4
      return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    default: return nil
    }
  }

  private mutating func number() -> Double? {
    let begin = place
    while place < bytes.count, "+-.0123456789Ee".utf8.contains(bytes[place]) { place += 1 }
    let digits = bytes[begin..<place].drop { $0 == UInt8(ascii: "-") }
    // No leading zeros, and no sign or point at an end: else JSON's numbers are those of JSONata.
    if digits.first == 48, let second = digits.dropFirst().first, 48...57 ~= second { return nil }
    return Library.number(String(decoding: bytes[begin..<place], as: UTF8.self))
  }
}
