extension JSONValue {
  /// The document in one line.
  ///
  /// - Complexity: O(n) in its length.
  public var compact: String {
    var text = ""
    write(to: &text, indent: nil)
    return text
  }

  /// The document with two spaces for each level, ending in a line break.
  ///
  /// - Complexity: O(n) in its length.
  public var pretty: String {
    var text = ""
    write(to: &text, indent: 0)
    return text + "\n"
  }

  private func write(to text: inout String, indent: Int?) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += JSONValue.digits(value)
    case .string(let value): text += JSONValue.quoted(value)
    case .array(let values):
      JSONValue.list("[", "]", values, to: &text, indent: indent) { $1.write(to: &$0, indent: $2) }
    case .members(let members):
      JSONValue.list("{", "}", members, to: &text, indent: indent) { text, member, indent in
        text += JSONValue.quoted(member.key) + (indent == nil ? ":" : ": ")
        member.value.write(to: &text, indent: indent)
      }
    }
  }

  private static func list<Element>(
    _ open: String, _ close: String, _ elements: [Element], to text: inout String, indent: Int?,
    _ write: (inout String, Element, Int?) -> Void
  ) {
    text += open
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      if let indent { text += "\n" + String(repeating: "  ", count: indent + 1) }
      write(&text, element, indent.map { $0 + 1 })
    }
    if let indent, !elements.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
    text += close
  }

  /// The shortest digits that give the same number again; whole numbers without a fraction.
  public static func digits(_ value: Double) -> String {
    precondition(value.isFinite, "\(value) is no JSON number")
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The text in quotes, with what JSON wants escaped.
  ///
  /// - Source: RFC 8259, section 7.
  public static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
