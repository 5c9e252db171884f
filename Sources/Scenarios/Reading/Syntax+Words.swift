internal import Documents

extension Syntax where Value == Bool {
  /// `true` or `false`.
  static var flag: Syntax<Bool> {
    Syntax(.flag, placeholder: false) { node, path, reading in
      guard let text = reading.text(node, path, expected: "true or false") else { return nil }
      if text == "true" { return true }
      if text == "false" { return false }
      reading.note(.notAFlag(text), at: node, path)
      return nil
    }
  }
}

extension Syntax where Value == String {
  /// Any text.
  static func text(kind: String = "text", pattern: String? = nil, example: String) -> Syntax<String> {
    Syntax(.text(kind: kind, pattern: pattern, example: example), placeholder: "") { node, path, reading in
      reading.text(node, path, expected: "a \(kind)")
    }
  }

  /// A name by the rule for names.
  static func name(example: String) -> Syntax<String> {
    Syntax(.text(kind: "name", pattern: Names.pattern, example: example), placeholder: "") { node, path, reading in
      guard let text = reading.text(node, path, expected: "a name") else { return nil }
      if Names.isName(text) { return text }
      reading.note(.badName(text), at: node, path)
      return nil
    }
  }
}

extension Syntax where Value: CaseIterable & RawRepresentable<String> {
  /// One of the words of an enumeration.
  static var word: Syntax<Value> {
    let words = Value.allCases.map(\.rawValue)
    return Syntax(.word(words), placeholder: Value.allCases.first!) { node, path, reading in
      guard let text = reading.text(node, path, expected: "one of \(Finding.list(words))") else { return nil }
      if let value = Value(rawValue: text) { return value }
      reading.note(.unknownWord(text, known: words), at: node, path)
      return nil
    }
  }
}

extension Syntax where Value == Instant {
  /// A point in time.
  static var instant: Syntax<Instant> {
    let pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?)?$"
    return Syntax(.text(kind: "instant", pattern: pattern, example: "2026-01-05T00:00:00Z"), placeholder: Instant(nanoseconds: 0)) {
      node, path, reading in
      guard let text = reading.text(node, path, expected: "an instant") else { return nil }
      if let instant = Instant(text) { return instant }
      reading.note(.badInstant(text), at: node, path)
      return nil
    }
  }
}

extension Syntax {
  /// `none`, or a value.
  static func none<Wrapped>(or syntax: Syntax<Wrapped>) -> Syntax<Wrapped?> where Value == Wrapped? {
    Syntax(Form.alternatives(.word(["none"]), syntax.form()), placeholder: nil) { node, path, reading in
      if node.text == "none" { return .some(nil) }
      return syntax.read(node, path, reading).map { .some($0) }
    }
  }

  /// A mapping from names to values, in the order of the file.
  static func named<Element>(_ element: @escaping (String) -> Syntax<Element>) -> Syntax where Value == [Element] {
    Syntax(.map(keys: "name", element("").form()), placeholder: []) { node, path, reading in
      guard let entries = reading.mapping(node, path) else { return nil }
      return entries.map { entry in
        let path = Path.key(path, entry.key)
        if Names.reserved.contains(entry.key) {
          reading.note(.reservedName(entry.key), at: entry.place, length: entry.key.unicodeScalars.count, path)
        } else if !Names.isName(entry.key) {
          reading.note(.badName(entry.key), at: entry.place, length: entry.key.unicodeScalars.count, path)
        }
        let syntax = element(entry.key)
        return syntax.read(entry.value, path, reading) ?? syntax.placeholder()
      }
    }
  }
}

/// The rule for names.
enum Names {
  /// As a regular expression.
  static let pattern = "^[A-Za-z0-9][A-Za-z0-9_-]*$"
  /// Names that mean something else in the paths of metrics.
  static let reserved = ["all", "account", "cost"]

  /// Whether a text is a name.
  static func isName(_ text: String) -> Bool {
    func isAlphanumeric(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
      default: false
      }
    }
    guard let first = text.utf8.first, isAlphanumeric(first) else { return false }
    return text.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
  }
}
