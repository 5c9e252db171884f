internal import Documents

/// Faults that are added to those of a scenario, as `outage:crm,at=12:00,for=30m`: from the command line, one a line of a text called
/// `--inject`, or from a file.
struct Injections {
  /// Each text and where it begins.
  private let texts: [(text: String, place: Place)]

  /// Faults from the command line.
  init(_ injections: [String]) {
    let lines = injections.map { String($0.map { $0.isNewline ? " " : $0 }) }
    let source = SourceText(name: "--inject", text: lines.joined(separator: "\n"), order: 2_500_000)
    texts = lines.enumerated().map { ($1, Place(source: source, line: $0 + 1, column: 1)) }
  }

  /// Faults from a file.
  init(_ injections: [LocatedText]) {
    texts = injections.map { ($0.text, $0.place) }
  }

  /// The tree with the faults behind its own, in their order.
  func applied(to tree: LocatedNode, _ diagnostics: inout [Diagnostic]) -> LocatedNode {
    var faults: [LocatedNode] = []
    for (text, place) in texts {
      var parser = InjectionText(text, at: place)
      if let fault = parser.parse() { faults.append(fault) }
      diagnostics += parser.diagnostics
    }
    guard var entries = tree.entries, !faults.isEmpty else { return tree }
    guard let index = entries.firstIndex(where: { $0.key == "faults" }) else {
      let list = LocatedNode(.sequence(faults), at: faults[0].place)
      entries.append(LocatedNode.Entry(key: "faults", place: list.place, value: list))
      return LocatedNode(.mapping(entries), at: tree.place)
    }
    // Where the file has no list, reading says so.
    guard let own = entries[index].value.elements else { return tree }
    entries[index].value.content = .sequence(own + faults)
    return LocatedNode(.mapping(entries), at: tree.place)
  }
}

/// One fault as it is written in a line: its kind, a colon, the name of what it happens to, then keys and values.
struct InjectionText {
  private let scalars: [Unicode.Scalar]
  private let text: String
  private let start: Place
  private(set) var diagnostics: [Diagnostic] = []

  init(_ text: String, at start: Place) {
    self.text = text
    self.start = start
    scalars = Array(text.unicodeScalars)
  }

  /// The fault as it would stand in a file; nil with the fault noted if the text is none.
  mutating func parse() -> LocatedNode? {
    let comma = scalars.firstIndex(of: ",") ?? scalars.count
    guard let colon = scalars[..<comma].firstIndex(of: ":"), colon > 0, colon + 1 < comma else {
      note(.injectionText(text), 0..<scalars.count)
      return nil
    }
    var entries = [entry("of", at: colon + 1, value: colon + 1..<comma)]
    var start = comma + 1
    while start <= scalars.count, comma < scalars.count {
      let end = scalars[start...].firstIndex(of: ",") ?? scalars.count
      guard let equals = scalars[start..<end].firstIndex(of: "="), equals > start else {
        note(.injectionText(text), start..<max(end, start + 1))
        return nil
      }
      let key = string(start..<equals)
      if entries.contains(where: { $0.key == key }) {
        note(.combination("'\(key)' is given twice", mend: "keep one of them"), start..<equals)
        return nil
      }
      entries.append(entry(key, at: start, value: equals + 1..<end))
      start = end + 1
    }
    let fault = LocatedNode(.mapping(entries), at: place(0))
    let kind = LocatedNode.Entry(key: string(0..<colon), place: place(0), value: fault)
    return LocatedNode(.mapping([kind]), at: place(0))
  }

  private func entry(_ key: String, at start: Int, value: Range<Int>) -> LocatedNode.Entry {
    var text = string(value)
    // On a command line minutes are usually written as in `30m`.
    if text.hasSuffix("m"), text.dropLast().last?.isNumber == true { text += "in" }
    return LocatedNode.Entry(key: key, place: place(start), value: LocatedNode(.scalar(text, .plain), at: place(value.lowerBound)))
  }

  private func place(_ index: Int) -> Place { Place(source: start.source, line: start.line, column: start.column + index) }

  private func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

  private mutating func note(_ finding: Finding, _ range: Range<Int>) {
    diagnostics.append(Diagnostic(finding, at: place(range.lowerBound), length: range.count, path: "faults"))
  }
}
