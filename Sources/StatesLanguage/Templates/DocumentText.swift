internal import Documents

/// How AWS writes documents: without spaces, and numbers as Java prints them.
enum DocumentText {
  /// The text of a document.
  ///
  /// - Complexity: O(n) in its length.
  static func of(_ value: JSONValue) -> String {
    var text = ""
    write(value, to: &text)
    return text
  }

  private static func write(_ value: JSONValue, to text: inout String) {
    switch value {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += number(value)
    case .string(let value): text += JSONValue.quoted(value)
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        write(value, to: &text)
      }
      text += "]"
    case .members(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        text += JSONValue.quoted(member.key) + ":"
        write(member.value, to: &text)
      }
      text += "}"
    }
  }

  /// A number with a fraction as Java prints it: `1.0`, `0.001`, `1.0E7`.
  ///
  /// - Source: Java SE API, `Double.toString`; that AWS writes its documents so is unverified beyond small numbers.
  static func number(_ value: Double) -> String {
    let size = value.magnitude
    if size == 0 || (size >= 1e-3 && size < 1e7) {
      let text = value.description
      if !text.contains("e") { return text }
    }
    // Swift prints shortest digits too; what differs is where the point and the exponent stand.
    let text = value.description
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1])! : 0
    let pieces = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let fraction = pieces.count > 1 && pieces[1] != "0" ? pieces[1] : ""
    var digits = String(pieces[0]) + fraction
    var scale = exponent + pieces[0].count - 1
    while digits.count > 1, digits.first == "0" {
      digits.removeFirst()
      scale -= 1
    }
    while digits.count > 1, digits.last == "0" { digits.removeLast() }
    let rest = digits.dropFirst()
    return (isNegative ? "-" : "") + "\(digits.prefix(1)).\(rest.isEmpty ? "0" : rest)E\(scale)"
  }
}
