internal import Documents

/// Values from the command line that are laid over a scenario: `path=value`, one a line of a text called `--set`.
struct Overrides {
  private let texts: [String]
  private let source: SourceText

  init(_ overrides: [String]) {
    texts = overrides.map { String($0.map { $0.isNewline ? " " : $0 }) }
    source = SourceText(name: "--set", text: texts.joined(separator: "\n"), order: 2_000_000)
  }

  /// The tree with the overrides laid over it, in their order.
  func applied(to tree: LocatedNode, _ diagnostics: inout [Diagnostic]) -> LocatedNode {
    var tree = tree
    for (index, text) in texts.enumerated() {
      guard let parsed = OverrideText(text, line: index + 1, source: source) else {
        let place = Place(source: source, line: index + 1, column: 1)
        diagnostics.append(Diagnostic(.overrideText(text), at: place, length: text.unicodeScalars.count))
        continue
      }
      diagnostics += parsed.diagnostics
      guard let value = parsed.value else { continue }
      var setter = OverrideSetter(value: value)
      tree = setter.set(tree, parsed.parts[...], isTop: true)
      diagnostics += setter.diagnostics
    }
    return tree
  }
}

/// One override, taken apart.
struct OverrideText {
  /// One part of a path, with its place.
  struct Part {
    let kind: Kind
    let place: Place
    let length: Int
    /// The path up to and with this part.
    let path: String

    enum Kind: Equatable {
      case key(String)
      case index(Int)
      case all
    }
  }

  var parts: [Part] = []
  /// The value; nil if it is no YAML.
  var value: LocatedNode?
  var diagnostics: [Diagnostic] = []

  init?(_ text: String, line: Int, source: SourceText) {
    let scalars = Array(text.unicodeScalars)
    guard let equals = scalars.firstIndex(of: "="), equals > 0 else { return nil }
    func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
    var start = 0
    while start < equals {
      var end = start
      if scalars[start] == "[" {
        guard let close = scalars[start..<equals].firstIndex(of: "]") else { return nil }
        let inner = string(start + 1..<close)
        guard inner == "*" || Int(inner).map({ $0 >= 0 }) == true else { return nil }
        end = close + 1
        append(inner == "*" ? .all : .index(Int(inner) ?? 0), start, end, line, source, string(0..<end))
        if end < equals, scalars[end] == "." { end += 1 }
      } else {
        while end < equals, scalars[end] != ".", scalars[end] != "[" { end += 1 }
        let key = string(start..<end)
        guard !key.isEmpty else { return nil }
        append(key == "*" ? .all : .key(key), start, end, line, source, string(0..<end))
        if end < equals, scalars[end] == "." {
          end += 1
          if end == equals { return nil }
        }
      }
      start = end
    }
    readValue(string(equals + 1..<scalars.count), column: equals + 1, line: line, source: source)
  }

  private mutating func append(_ kind: Part.Kind, _ start: Int, _ end: Int, _ line: Int, _ source: SourceText, _ path: String) {
    let place = Place(source: source, line: line, column: start + 1)
    parts.append(Part(kind: kind, place: place, length: end - start, path: path))
  }

  private mutating func readValue(_ text: String, column: Int, line: Int, source: SourceText) {
    let place = Place(source: source, line: line, column: column + 1)
    if text.allSatisfy({ $0 == " " }) {
      value = LocatedNode(.scalar("", .plain), at: place)
      return
    }
    let document = Document(SourceText(name: source.name, text: text, order: source.order))
    func moved(_ place: Place) -> Place { Place(source: source, line: line, column: place.column + column) }
    diagnostics = document.diagnostics.map { Diagnostic($0.finding, at: moved($0.place), length: $0.length, path: $0.path) }
    value = document.root.map { OverrideText.moved($0, moved) }
  }

  private static func moved(_ node: LocatedNode, _ place: (Place) -> Place) -> LocatedNode {
    switch node.content {
    case .scalar: LocatedNode(node.content, at: place(node.place))
    case .sequence(let elements): LocatedNode(.sequence(elements.map { moved($0, place) }), at: place(node.place))
    case .mapping(let entries):
      LocatedNode(
        .mapping(entries.map { LocatedNode.Entry(key: $0.key, place: place($0.place), value: moved($0.value, place)) }),
        at: place(node.place))
    }
  }
}
