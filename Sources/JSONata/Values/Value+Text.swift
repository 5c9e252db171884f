import Documents

extension Value {
  /// The value as `$string` makes it: texts as they are, functions empty, all else as JSON; nil if undefined.
  ///
  /// - Throws: D3001 for a number that is not finite, D1001 for one inside.
  func text(pretty: Bool = false) throws(Failure) -> String? {
    switch self {
    case .undefined, .pending: return nil
    case .string(let text): return text
    case .function: return ""
    case .number(let number):
      if !number.isFinite { throw Failure("D3001", "a number that is not finite has no text") }
      return NumberText.rounded(number)
    case .array(let list) where list.traits.contains(.wrapper): return try list.items.first?.text(pretty: pretty)
    default:
      var text = ""
      try write(to: &text, indent: pretty ? 0 : nil)
      return text
    }
  }

  private func write(to text: inout String, indent: Int?) throws(Failure) {
    switch self {
    case .undefined, .null, .pending: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number: text += try numeric().map(NumberText.rounded) ?? "null"
    case .string(let value): text += Value.quoted(value)
    case .function: text += "\"\""
    case .tuples(let stream): try stream.contexts.write(to: &text, indent: indent)
    case .array(let list):
      text += "["
      for (index, item) in list.items.enumerated() {
        Value.separate(index, &text, indent)
        try item.write(to: &text, indent: indent.map { $0 + 1 })
      }
      Value.close("]", list.count, &text, indent)
    case .object(let object):
      text += "{"
      for (index, member) in zip(object.keys, object.values).enumerated() {
        Value.separate(index, &text, indent)
        text += Value.quoted(member.0) + (indent == nil ? ":" : ": ")
        try member.1.write(to: &text, indent: indent.map { $0 + 1 })
      }
      Value.close("}", object.count, &text, indent)
    }
  }

  private static func separate(_ index: Int, _ text: inout String, _ indent: Int?) {
    if index > 0 { text += "," }
    if let indent { text += "\n" + String(repeating: "  ", count: indent + 1) }
  }

  private static func close(_ bracket: String, _ count: Int, _ text: inout String, _ indent: Int?) {
    if let indent, count > 0 { text += "\n" + String(repeating: "  ", count: indent) }
    text += bracket
  }

  /// In quotes, with the short escapes of JSON that `JSONValue` writes at length.
  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 8 || $0 == 12 }) else { return JSONValue.quoted(text) }
    return text.unicodeScalars.reduce(into: "\"") { result, scalar in
      switch scalar.value {
      case 8: result += "\\b"
      case 12: result += "\\f"
      default: result += JSONValue.quoted(String(scalar)).dropFirst().dropLast()
      }
    } + "\""
  }
}
