internal import Documents

/// Values that are laid over a scenario: from the command line `path=value`, one a line of a text called `--set`, or from a file's mapping of
/// paths to values.
struct Overrides {
  private let parsed: [OverrideText?]
  private var diagnostics: [Diagnostic] = []

  /// Overrides from the command line.
  init(_ overrides: [String]) {
    let texts = overrides.map { String($0.map { $0.isNewline ? " " : $0 }) }
    let source = SourceText(name: "--set", text: texts.joined(separator: "\n"), order: 2_000_000)
    parsed = texts.enumerated().map { OverrideText($1, line: $0 + 1, source: source) }
    for (index, text) in texts.enumerated() where parsed[index] == nil {
      let place = Place(source: source, line: index + 1, column: 1)
      diagnostics.append(Diagnostic(.overrideText(text), at: place, length: text.unicodeScalars.count))
    }
  }

  /// Overrides from a file.
  init(_ entries: [LocatedNode.Entry]) {
    parsed = entries.map { OverrideText(path: $0.key, at: $0.place, value: $0.value) }
    for (entry, parsed) in zip(entries, parsed) where parsed == nil {
      diagnostics.append(Diagnostic(.overridePath(entry.key), at: entry.place, length: entry.key.unicodeScalars.count))
    }
  }

  /// The tree with the overrides laid over it, in their order.
  func applied(to tree: LocatedNode, _ diagnostics: inout [Diagnostic]) -> LocatedNode {
    diagnostics += self.diagnostics
    var tree = tree
    for parsed in parsed {
      guard let parsed else { continue }
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
    guard let equals = scalars.firstIndex(of: "="),
      readPath(scalars[..<equals], at: Place(source: source, line: line, column: 1))
    else { return nil }
    readValue(String(String.UnicodeScalarView(scalars[(equals + 1)...])), column: equals + 1, line: line, source: source)
  }

  /// An override whose value was read before.
  init?(path: String, at place: Place, value: LocatedNode) {
    guard readPath(Array(path.unicodeScalars)[...], at: place) else { return nil }
    self.value = value
  }

  /// Reads the parts of a path that begins at a place; false where it is none.
  private mutating func readPath(_ scalars: ArraySlice<Unicode.Scalar>, at place: Place) -> Bool {
    func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
    var start = 0
    while start < scalars.count {
      var end = start
      if scalars[start] == "[" {
        guard let close = scalars[start...].firstIndex(of: "]") else { return false }
        let inner = string(start + 1..<close)
        guard inner == "*" || Int(inner).map({ $0 >= 0 }) == true else { return false }
        end = close + 1
        append(inner == "*" ? .all : .index(Int(inner) ?? 0), start, end, place, string(0..<end))
        if end < scalars.count, scalars[end] == "." { end += 1 }
      } else {
        while end < scalars.count, scalars[end] != ".", scalars[end] != "[" { end += 1 }
        let key = string(start..<end)
        guard !key.isEmpty else { return false }
        append(key == "*" ? .all : .key(key), start, end, place, string(0..<end))
        if end < scalars.count, scalars[end] == "." {
          end += 1
          if end == scalars.count { return false }
        }
      }
      start = end
    }
    return !parts.isEmpty
  }

  private mutating func append(_ kind: Part.Kind, _ start: Int, _ end: Int, _ place: Place, _ path: String) {
    let place = Place(source: place.source, line: place.line, column: place.column + start)
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
