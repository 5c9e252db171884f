/// Cuts an expression into words.
struct Lexer {
  private let text: [Unicode.Scalar]
  private(set) var position = 0

  init(_ text: String) { self.text = Array(text.unicodeScalars) }

  private static let pairs: Set<String> = ["..", ":=", "!=", ">=", "<=", "**", "~>", "?:", "??"]
  private static let singles = Set(".[]{}(),@#;:?+-*/%|=<>^&!~".unicodeScalars)

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    position + ahead < text.count ? text[position + ahead] : nil
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { " \t\n\r\u{B}".unicodeScalars.contains(scalar) }

  /// The next word; a slash begins a regular expression unless an operator may stand here.
  mutating func next(afterOperand: Bool) throws(SyntaxFault) -> Token {
    try skip()
    let begin = position
    guard let first = peek() else { return Token(kind: .end, offset: begin) }
    if first == "/", !afterOperand { return Token(kind: try regex(), offset: begin) }
    if let second = peek(1), Lexer.pairs.contains(String(scalars: [first, second])) {
      position += 2
      return Token(kind: .symbol(String(scalars: [first, second])), offset: begin)
    }
    if Lexer.singles.contains(first) {
      position += 1
      return Token(kind: .symbol(String(first)), offset: begin)
    }
    switch first {
    case "\"", "'": return Token(kind: .string(try string(first)), offset: begin)
    case "0"..."9": return Token(kind: .number(try number()), offset: begin)
    case "`": return Token(kind: .name(try quotedName()), offset: begin)
    default: return Token(kind: word(), offset: begin)
    }
  }

  /// Skips white space and comments.
  private mutating func skip() throws(SyntaxFault) {
    while let next = peek() {
      if Lexer.isSpace(next) {
        position += 1
      } else if next == "/", peek(1) == "*" {
        let begin = position
        position += 2
        while !(peek() == "*" && peek(1) == "/") {
          if peek() == nil { throw SyntaxFault("S0106", "the comment has no end", at: begin) }
          position += 1
        }
        position += 2
      } else {
        return
      }
    }
  }

  /// The rest of a regular expression and its flags.
  ///
  /// A slash within brackets, or after a backslash, does not end it.
  private mutating func regex() throws(SyntaxFault) -> Token.Kind {
    let begin = position
    position += 1
    var depth = 0
    while let next = peek() {
      if next == "\\" {
        position += 1
      } else if next == "/", depth == 0 {
        let source = String(scalars: text[(begin + 1)..<position])
        if source.isEmpty { throw SyntaxFault("S0301", "a regular expression may not be empty", at: begin) }
        position += 1
        let flags = position
        while peek() == "i" || peek() == "m" { position += 1 }
        return .regex(source, flags: String(scalars: text[flags..<position]))
      } else if "([{".unicodeScalars.contains(next) {
        depth += 1
      } else if ")]}".unicodeScalars.contains(next) {
        depth -= 1
      }
      position += 1
    }
    throw SyntaxFault("S0302", "the regular expression has no closing /", at: begin)
  }

  private mutating func string(_ quote: Unicode.Scalar) throws(SyntaxFault) -> String {
    let begin = position
    position += 1
    // Units of UTF-16, since escapes may give one character in two.
    var units: [UInt16] = []
    while let next = peek() {
      position += 1
      if next == quote { return String(decoding: units, as: UTF16.self) }
      if next == "\\" {
        units.append(try escape())
      } else {
        units.append(contentsOf: UTF16.encode(next)!)
      }
    }
    throw SyntaxFault("S0101", "the text has no closing quote", at: begin)
  }

  private mutating func escape() throws(SyntaxFault) -> UInt16 {
    let begin = position - 1
    guard let next = peek() else { throw SyntaxFault("S0101", "the text has no closing quote", at: begin) }
    position += 1
    switch next {
    case "\"", "\\", "/": return ascii(next)
    case "b": return 8
    case "f": return 12
    case "n": return 10
    case "r": return 13
    case "t": return 9
    case "u":
      let digits = text[position...].prefix(4)
      guard digits.count == 4, digits.allSatisfy(\.properties.isASCIIHexDigit) else {
        throw SyntaxFault("S0104", "\\u wants four hexadecimal digits", at: begin)
      }
      position += 4
      return UInt16(String(scalars: digits), radix: 16)!
    default: throw SyntaxFault("S0103", "there is no escape \\\(next)", at: begin)
    }
  }

  private mutating func digits() {
    while let next = peek(), "0"..."9" ~= next { position += 1 }
  }

  private mutating func number() throws(SyntaxFault) -> Double {
    let begin = position
    if peek() == "0" { position += 1 } else { digits() }
    if peek() == ".", let next = peek(1), "0"..."9" ~= next {
      position += 1
      digits()
    }
    if peek() == "e" || peek() == "E" {
      let sign = peek(1) == "+" || peek(1) == "-" ? 1 : 0
      if let next = peek(1 + sign), "0"..."9" ~= next {
        position += 1 + sign
        digits()
      }
    }
    let text = String(scalars: self.text[begin..<position])
    guard let value = Double(text), value.isFinite else {
      throw SyntaxFault("S0102", "the number \(text) is out of range", at: begin)
    }
    return value
  }

  private mutating func quotedName() throws(SyntaxFault) -> String {
    let begin = position
    guard let end = text[(begin + 1)...].firstIndex(of: "`") else {
      throw SyntaxFault("S0105", "the name has no closing `", at: begin)
    }
    position = end + 1
    return String(scalars: text[(begin + 1)..<end])
  }

  private mutating func word() -> Token.Kind {
    let begin = position
    while let next = peek(), !Lexer.isSpace(next), !Lexer.singles.contains(next) { position += 1 }
    let name = String(scalars: text[begin..<position])
    if name.unicodeScalars.first == "$" { return .variable(String(scalars: text[(begin + 1)..<position])) }
    switch name {
    case "and", "or", "in": return .symbol(name)
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default: return .name(name)
    }
  }
}
