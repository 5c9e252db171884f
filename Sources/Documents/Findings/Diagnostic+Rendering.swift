extension Diagnostic {
  /// `file:line:column: error[FSnnnn]: path: what; how to mend it`, in one line.
  public var summary: String {
    let subject = path.isEmpty ? "" : "\(path): "
    return Diagnostic.singleLine("\(place.description): \(severity.rawValue)[\(code)]: \(subject)\(message)")
  }

  /// The summary, then the line before, the line itself and a caret under what is meant.
  public var rendered: String {
    guard let line = place.source.line(place.line) else { return summary + "\n" }
    let width = max(4, String(place.line).count)
    func gutter(_ number: String) -> String { String(repeating: " ", count: width - number.count) + number + " | " }
    var text = summary + "\n"
    if let before = place.source.line(place.line - 1), before.contains(where: { !$0.isWhitespace }) {
      text += gutter(String(place.line - 1)) + Diagnostic.clipped(before) + "\n"
    }
    text += gutter(String(place.line)) + Diagnostic.clipped(line) + "\n"
    let scalars = line.unicodeScalars
    guard place.column <= Diagnostic.widest else { return text }
    let lead = String(String.UnicodeScalarView(scalars.prefix(place.column - 1).map { $0 == "\t" ? "\t" : " " }))
    let rest = max(1, min(scalars.count, Diagnostic.widest) - (place.column - 1))
    return text + gutter("") + lead + String(repeating: "^", count: min(length, rest)) + "\n"
  }

  /// One JSON object: file, line, column, code, severity, path, message, help.
  public var json: JSONValue {
    .object([
      ("file", .string(place.source.name)), ("line", .integer(Int64(place.line))), ("column", .integer(Int64(place.column))),
      ("code", .string(code)), ("severity", .string(severity.rawValue)), ("path", .string(path)), ("message", .string(finding.message)),
      ("help", finding.mend.map { .string($0) } ?? .null),
    ])
  }

  /// Lines longer than this are cut where they are shown.
  private static let widest = 200

  private static func clipped(_ line: Substring) -> String {
    let scalars = line.unicodeScalars
    let shown = scalars.prefix(widest).map { $0.value < 32 && $0 != "\t" ? "\u{FFFD}" : $0 }
    return String(String.UnicodeScalarView(shown)) + (scalars.count > widest ? " ..." : "")
  }

  private static func singleLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value < 32 }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 32 ? " " : $0 }))
  }
}
