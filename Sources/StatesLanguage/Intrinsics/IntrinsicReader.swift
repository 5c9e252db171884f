internal import Documents

/// Reads the text of a call of an intrinsic function.
struct IntrinsicReader {
  /// How deep calls may stand in each other.
  ///
  /// - Source: AWS Step Functions Developer Guide, "Intrinsic functions" (unverified).
  static let depth = 10

  private let scalars: [Unicode.Scalar]
  private let text: String
  private var position = 0

  /// Whether a text looks like a call.
  static func isCall(_ text: String) -> Bool { text.hasPrefix("States.") }

  /// The call that a text is.
  static func call(_ text: String, variables: inout VariableNames) throws(PathFault) -> Intrinsic {
    var reader = IntrinsicReader(text: text)
    let call = try reader.call(depth: 1, variables: &variables)
    guard reader.position == reader.scalars.count else { throw reader.fault("nothing may follow the call") }
    return call
  }

  private init(text: String) {
    self.text = text
    scalars = Array(text.unicodeScalars)
  }

  private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func skipSpace() { while current == " " || current == "\t" || current == "\n" { position += 1 } }

  private func fault(_ what: String) -> PathFault { PathFault("'\(text)' is no call of an intrinsic function: \(what)") }

  private func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

  private mutating func call(depth: Int, variables: inout VariableNames) throws(PathFault) -> Intrinsic {
    let start = position
    guard depth <= IntrinsicReader.depth else { throw fault("calls stand at most \(IntrinsicReader.depth) deep in each other") }
    while let scalar = current, scalar == "." || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) { position += 1 }
    let name = string(start..<position)
    guard name.hasPrefix("States."), let function = IntrinsicFunction(rawValue: String(name.dropFirst(7))) else {
      throw fault("there is no function '\(name)'")
    }
    skipSpace()
    guard current == "(" else { throw fault("'(' is wanted after '\(name)'") }
    position += 1
    var arguments: [Intrinsic.Argument] = []
    skipSpace()
    if current == ")" {
      position += 1
    } else {
      while true {
        let isTemplate = function == .format && arguments.isEmpty
        arguments.append(try argument(isTemplate: isTemplate, depth: depth, variables: &variables))
        skipSpace()
        guard let scalar = current, scalar == "," || scalar == ")" else { throw fault("',' or ')' is wanted") }
        position += 1
        if scalar == ")" { break }
      }
    }
    try check(function, arguments)
    return Intrinsic(function: function, arguments: arguments, text: string(start..<position))
  }

  private func check(_ function: IntrinsicFunction, _ arguments: [Intrinsic.Argument]) throws(PathFault) {
    guard function.arity.contains(arguments.count) else {
      throw fault("'\(function.rawValue)' does not take \(arguments.count) arguments")
    }
    for (index, argument) in arguments.enumerated() {
      guard case .literal(let value) = argument else { continue }
      switch value {
      case .integer, .number: if function.wantsText(at: index) { throw fault("argument \(index + 1) must be a text or a path") }
      default: if function.wantsNumber(at: index) { throw fault("argument \(index + 1) must be a number or a path") }
      }
    }
  }

  private mutating func argument(isTemplate: Bool, depth: Int, variables: inout VariableNames) throws(PathFault) -> Intrinsic.Argument {
    skipSpace()
    switch current {
    case "'": return .literal(.string(try quoted(keepsBraces: isTemplate)))
    case "$": return .path(try PathReader.path(pathText(), variables: &variables))
    case "S": return .call(try call(depth: depth + 1, variables: &variables))
    default:
      let start = position
      while let scalar = current, scalar != ",", scalar != ")", scalar != " " { position += 1 }
      let word = string(start..<position)
      switch word {
      case "null": return .literal(.null)
      case "true": return .literal(.bool(true))
      case "false": return .literal(.bool(false))
      default:
        guard let number = JSONValue(number: word) else {
          throw fault("'\(word)' is neither a text in quotes, a number, a path nor a call")
        }
        return .literal(number)
      }
    }
  }

  /// The text up to the comma or bracket that ends a path.
  private mutating func pathText() -> String {
    let start = position
    var depth = 0
    var quote: Unicode.Scalar?
    while let scalar = current {
      if let open = quote {
        if scalar == open { quote = nil }
      } else if scalar == "'" || scalar == "\"" {
        quote = scalar
      } else if scalar == "[" || scalar == "(" {
        depth += 1
      } else if scalar == "]" || scalar == ")" {
        if depth == 0 { break }
        depth -= 1
      } else if scalar == ",", depth == 0 {
        break
      }
      position += 1
    }
    var end = position
    while end > start, scalars[end - 1] == " " { end -= 1 }
    return string(start..<end)
  }

  /// A text in single quotes.
  ///
  /// A template keeps the backslashes before braces, which its filling in takes away.
  private mutating func quoted(keepsBraces: Bool) throws(PathFault) -> String {
    position += 1
    var text = String.UnicodeScalarView()
    while let scalar = current {
      position += 1
      if scalar == "'" { return String(text) }
      guard scalar == "\\", let escaped = current else {
        text.append(scalar)
        continue
      }
      position += 1
      switch escaped {
      case "'": text.append(escaped)
      case "{", "}", "\\":
        if keepsBraces { text.append(scalar) }
        text.append(escaped)
      default:
        text.append(scalar)
        text.append(escaped)
      }
    }
    throw fault("a quote is not closed")
  }
}
