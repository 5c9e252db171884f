/// A strict reader of JSON that keeps the place of every value and the text of every number.
///
/// It goes on behind a repeated key, so that all of them are reported; any other fault ends the reading.
/// - Source: RFC 8259.
public struct JSONReader {
  private let source: SourceText
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  /// Index of the byte at which the line begins, less the continuation bytes in it so far: columns count scalars.
  private var lineStart = 0
  private var count = 0
  private var diagnostics: [Diagnostic] = []

  private init(_ source: SourceText) {
    self.source = source
    bytes = Array(source.text.utf8)
  }

  /// The value in a text, and what is wrong with it; no value if the text is not JSON.
  ///
  /// - Complexity: O(n) in its length.
  public static func read(_ source: SourceText) -> (root: LocatedNode?, diagnostics: [Diagnostic]) {
    var reader = JSONReader(source)
    do throws(JSONFault) {
      reader.skipSpace()
      if reader.position == reader.bytes.count { throw reader.fault("there is nothing in the text") }
      let root = try reader.value(depth: 1)
      reader.skipSpace()
      if reader.position < reader.bytes.count { throw reader.fault("nothing may follow the value") }
      return (root, reader.diagnostics)
    } catch {
      return (nil, reader.diagnostics + [error.diagnostic])
    }
  }
}

/// What ended the reading of a JSON text.
struct JSONFault: Error {
  let diagnostic: Diagnostic
}

extension JSONReader {
  private var place: Place { Place(source: source, line: line, column: position - lineStart + 1) }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func fault(_ what: String) -> JSONFault {
    JSONFault(diagnostic: Diagnostic(.notJSON(what), at: place))
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\n"):
        position += 1
        line += 1
        lineStart = position
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): position += 1
      default: return
      }
    }
  }

  private mutating func value(depth: Int) throws(JSONFault) -> LocatedNode {
    count += 1
    if count > DocumentLimits.nodes { throw JSONFault(diagnostic: Diagnostic(.tooManyNodes, at: place)) }
    if depth > DocumentLimits.depth { throw JSONFault(diagnostic: Diagnostic(.tooDeep, at: place)) }
    let start = place
    switch current {
    case UInt8(ascii: "{"): return LocatedNode(.mapping(try members(depth: depth)), at: start)
    case UInt8(ascii: "["): return LocatedNode(.sequence(try elements(depth: depth)), at: start)
    case UInt8(ascii: "\""): return LocatedNode(.scalar(try string(), .quoted), at: start)
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      return LocatedNode(.scalar(try number(), .plain), at: start)
    default:
      for word in ["true", "false", "null"] where bytes[position...].starts(with: word.utf8) {
        position += word.utf8.count
        return LocatedNode(.scalar(word, .plain), at: start)
      }
      throw fault(current == nil ? "the text ends where a value is wanted" : "a value is wanted here")
    }
  }

  private mutating func members(depth: Int) throws(JSONFault) -> [LocatedNode.Entry] {
    var entries: [LocatedNode.Entry] = []
    var places: [String: Place] = [:]
    position += 1
    skipSpace()
    if take(UInt8(ascii: "}")) { return entries }
    repeat {
      skipSpace()
      let start = place
      guard current == UInt8(ascii: "\"") else { throw fault("a key in double quotes is wanted here") }
      let key = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw fault("a colon is wanted after a key") }
      skipSpace()
      let value = try value(depth: depth + 1)
      if let first = places[key] {
        diagnostics.append(Diagnostic(.duplicateKey(key, first: first), at: start, length: key.unicodeScalars.count + 2))
      } else {
        places[key] = start
        entries.append(LocatedNode.Entry(key: key, place: start, value: value))
      }
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw fault("a comma or '}' is wanted here") }
    return entries
  }

  private mutating func elements(depth: Int) throws(JSONFault) -> [LocatedNode] {
    var elements: [LocatedNode] = []
    position += 1
    skipSpace()
    if take(UInt8(ascii: "]")) { return elements }
    repeat {
      skipSpace()
      elements.append(try value(depth: depth + 1))
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw fault("a comma or ']' is wanted here") }
    return elements
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    position += 1
    return true
  }

  private mutating func digits() -> Bool {
    let start = position
    while let byte = current, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
    return position > start
  }

  private mutating func number() throws(JSONFault) -> String {
    let start = position
    _ = take(UInt8(ascii: "-"))
    if take(UInt8(ascii: "0")) {
      if let byte = current, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { throw fault("a number has no leading zeros") }
    } else if !digits() {
      throw fault("a digit is wanted here")
    }
    if take(UInt8(ascii: ".")), !digits() { throw fault("a digit is wanted after the point") }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "-")) { _ = take(UInt8(ascii: "+")) }
      if !digits() { throw fault("a digit is wanted in the exponent") }
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func string() throws(JSONFault) -> String {
    position += 1
    var text: [UInt8] = []
    while true {
      guard let byte = current else { throw fault("the text ends inside of a string") }
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text.append(contentsOf: String(try escape()).utf8)
      case 0..<0x20: throw fault("control characters are written with a backslash")
      default:
        if byte & 0xC0 == 0x80 { lineStart += 1 }
        text.append(byte)
        position += 1
      }
    }
  }

  private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
    position += 1
    guard let byte = current else { throw fault("the text ends inside of a string") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try codePoint()
    default:
      position -= 1
      throw fault("there is no such escape")
    }
  }

  /// The scalar of four hexadecimal digits, or of two such escapes that make a surrogate pair.
  private mutating func codePoint() throws(JSONFault) -> Unicode.Scalar {
    let high = try unit()
    if let scalar = Unicode.Scalar(UInt32(high)) { return scalar }
    guard high < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw fault("half of a surrogate pair stands alone") }
    let low = try unit()
    guard (0xDC00...0xDFFF).contains(low) else { throw fault("half of a surrogate pair stands alone") }
    return Unicode.Scalar(0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00))!
  }

  private mutating func unit() throws(JSONFault) -> UInt16 {
    let digits = bytes[position...].prefix(4)
    let isHex = digits.allSatisfy { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x66) || ($0 >= 0x30 && $0 <= 0x39) }
    guard digits.count == 4, isHex, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16) else {
      throw fault("four hexadecimal digits are wanted after '\\u'")
    }
    position += 4
    return unit
  }
}
