internal import Yams

/// What Yams says of a text that is no YAML, apart from its wording.
enum YamlFault: Error {
  /// A text at a line and column that the grammar does not allow.
  case grammar(problem: String, context: String?, line: Int, column: Int)
  /// A character that can't be in a text, so many bytes after its start.
  case character(problem: String, offset: Int)
  /// A key given twice; where it stands first.
  case duplicate(key: String, first: Mark)
  /// Anything else.
  case other(String)

  init(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      self = .grammar(problem: problem, context: context?.text, line: mark.line, column: mark.column)
    case .reader(let problem, let offset, _, _): self = .character(problem: problem, offset: offset ?? 0)
    case .duplicatedKeysInMapping(let keys, let context): self = .duplicate(key: keys.first ?? "", first: context.mark)
    default: self = .other("the YAML reader failed")
    }
  }

  /// The fault in our words, at its place.
  func diagnostic(in source: SourceText) -> Diagnostic {
    switch self {
    case .grammar(let problem, let context, let line, let column):
      let place = YamlFault.place(line: line, column: column, in: source)
      if problem.contains("another document") { return Diagnostic(.severalDocuments, at: place) }
      if problem.contains("nesting") { return Diagnostic(.tooDeep, at: place) }
      let text = source.line(place.line)?.unicodeScalars.dropFirst(place.column - 1)
      if problem.contains("cannot start any token"), text?.first == "\t" { return Diagnostic(.tab, at: place) }
      return Diagnostic(.syntax(problem, context: context), at: place)
    case .character(let problem, let offset):
      return Diagnostic(.syntax(problem, context: nil), at: source.place(atByte: min(offset, source.text.utf8.count)))
    case .duplicate(let key, let first):
      let place = Place(source: source, line: max(1, first.line), column: max(1, first.column))
      return Diagnostic(.duplicateKeyHere(key), at: place, length: key.unicodeScalars.count)
    case .other(let problem):
      return Diagnostic(.syntax(problem, context: nil), at: Place(source: source, line: 1, column: 1))
    }
  }

  /// The place, or the end of the last line where the fault is behind it.
  private static func place(line: Int, column: Int, in source: SourceText) -> Place {
    if source.line(line) != nil { return Place(source: source, line: max(1, line), column: max(1, column)) }
    return source.place(atByte: source.text.utf8.count)
  }
}
