internal import Documents

/// A text and where it begins.
struct LocatedText {
  var text: String
  var place: Place

  /// Any text, with its place.
  static func syntax(kind: String, pattern: String? = nil, example: String) -> Syntax<LocatedText> {
    let nowhere = LocatedText(text: "", place: Place(source: SourceText(name: "", text: ""), line: 1, column: 1))
    return Syntax(.text(kind: kind, pattern: pattern, example: example), placeholder: nowhere) { node, path, reading in
      guard let text = reading.text(node, path, expected: "a \(kind)") else { return nil }
      var place = node.place
      if case .scalar(_, .quoted) = node.content { place = Place(source: place.source, line: place.line, column: place.column + 1) }
      return LocatedText(text: text, place: place)
    }
  }
}
