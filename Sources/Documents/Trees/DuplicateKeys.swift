internal import Yams

/// Finds the second place of a key that Yams reports as repeated, and masks it, so that the rest of the document can be read.
///
/// Yams stops at a repeated key and names its first place only.
struct DuplicateKeys {
  let source: SourceText
  /// The text with repeated keys masked: every other scalar keeps its line and column.
  private(set) var text: String
  /// What stands in the place of repeated keys.
  private(set) var masked: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  init(source: SourceText) {
    self.source = source
    text = source.text
  }

  /// Masks the next occurrence of a key in its mapping; false if it is not found.
  ///
  /// - Complexity: O(n) in the length of the text.
  mutating func mask(_ key: String, first: Mark) -> Bool {
    guard masked.count < DocumentLimits.duplicates, !key.isEmpty, !masked.contains(key) else { return false }
    let scalars = Array(text.unicodeScalars)
    var scanner = KeyScanner(scalars: scalars, key: Array(key.unicodeScalars))
    guard let found = scanner.second(line: first.line, column: first.column) else { return false }
    let name = maskName(length: found.count)
    var changed = String.UnicodeScalarView(scalars[..<found.lowerBound])
    changed.append(contentsOf: name.unicodeScalars)
    changed.append(contentsOf: scalars[found.upperBound...])
    text = String(changed)
    masked.insert(name)
    let before = scalars[..<found.lowerBound]
    let line = before.count { $0 == "\n" } + 1
    let column = found.lowerBound - (before.lastIndex(of: "\n") ?? -1)
    let start = Place(source: source, line: first.line, column: first.column)
    diagnostics.append(
      Diagnostic(.duplicateKey(key, first: start), at: Place(source: source, line: line, column: column), length: found.count))
    return true
  }

  /// A key of private-use scalars, each of another first scalar.
  private func maskName(length: Int) -> String {
    let first = Unicode.Scalar(UInt32(0xE000 + masked.count))!
    return String(String.UnicodeScalarView([first] + repeatElement("\u{F8FF}", count: length - 1)))
  }
}

/// Looks for the second occurrence of a key in the mapping of its first.
struct KeyScanner {
  let scalars: [Unicode.Scalar]
  let key: [Unicode.Scalar]

  /// The scalars of the second occurrence, with its quotes.
  mutating func second(line: Int, column: Int) -> Range<Int>? {
    var start = 0
    for _ in 1..<max(1, line) {
      guard let end = scalars[start...].firstIndex(of: "\n") else { return nil }
      start = end + 1
    }
    let first = start + column - 1
    guard first < scalars.count, let range = keyRange(at: first) else { return nil }
    let isBlock = scalars[start..<first].allSatisfy { $0 == " " || $0 == "-" || $0 == "?" }
    return isBlock ? inBlock(after: range.upperBound, column: column) : inFlow(after: range.upperBound)
  }

  /// The key with its quotes, if it stands at an index and a colon follows.
  private func keyRange(at index: Int) -> Range<Int>? {
    var start = index
    var quote: Unicode.Scalar?
    if scalars[index] == "\"" || scalars[index] == "'" {
      quote = scalars[index]
      start += 1
    }
    guard scalars[start...].starts(with: key) else { return nil }
    var end = start + key.count
    if let quote {
      guard end < scalars.count, scalars[end] == quote else { return nil }
      end += 1
    }
    var colon = end
    while colon < scalars.count, scalars[colon] == " " { colon += 1 }
    guard colon < scalars.count, scalars[colon] == ":" else { return nil }
    return index..<end
  }

  private func inBlock(after index: Int, column: Int) -> Range<Int>? {
    var position = index
    while let lineEnd = scalars[position...].firstIndex(of: "\n") {
      var start = lineEnd + 1
      let lineStart = start
      while start < scalars.count, scalars[start] == " " { start += 1 }
      guard start < scalars.count else { return nil }
      position = start
      if scalars[start] == "\n" || scalars[start] == "\r" || scalars[start] == "#" { continue }
      let indentation = start - lineStart + 1
      if indentation < column { return nil }
      if indentation == column, let range = keyRange(at: start) { return range }
    }
    return nil
  }

  private func inFlow(after index: Int) -> Range<Int>? {
    var depth = 0
    var position = index
    var quote: Unicode.Scalar?
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      if let open = quote {
        if scalar == "\\", open == "\"" { position += 1 } else if scalar == open { quote = nil }
        continue
      }
      switch scalar {
      case "\"", "'": quote = scalar
      case "[", "{": depth += 1
      case "]", "}":
        depth -= 1
        if depth < 0 { return nil }
      case "," where depth == 0:
        while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
        if position < scalars.count, let range = keyRange(at: position) { return range }
      default: break
      }
    }
    return nil
  }
}
