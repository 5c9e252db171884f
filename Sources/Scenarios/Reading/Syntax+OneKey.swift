internal import Documents

/// One of several things that a mapping with one key may be.
struct OneKey<Value> {
  /// The key that says which.
  let key: String
  /// What stands behind the key.
  let syntax: Syntax<Value>
  /// What it means, in one line.
  let doc: String

  init(_ key: String, _ syntax: Syntax<Value>, _ doc: String) {
    self.key = key
    self.syntax = syntax
    self.doc = doc
  }
}

extension Syntax {
  /// A mapping with exactly one key, which says what it is.
  static func oneKey(_ alternatives: [OneKey<Value>], beside others: [String] = []) -> Syntax {
    var form: Form {
      Form.any(
        of: alternatives.map {
          .section(SectionForm(keys: [KeyForm(key: $0.key, form: $0.syntax.form(), isRequired: true, standard: nil, doc: $0.doc)]))
        })
    }
    return Syntax(form, placeholder: alternatives[0].syntax.placeholder()) { node, path, reading in
      guard let entries = reading.mapping(node, path) else { return nil }
      let keys = alternatives.map(\.key)
      let chosen = entries.filter { keys.contains($0.key) }
      for entry in entries where !keys.contains(entry.key) && !others.contains(entry.key) {
        reading.note(
          .unknownKey(entry.key, known: keys + others), at: entry.place, length: entry.key.unicodeScalars.count, .key(path, entry.key))
      }
      guard let entry = chosen.first, let alternative = alternatives.first(where: { $0.key == entry.key }) else {
        if entries.allSatisfy({ others.contains($0.key) }) {
          reading.note(.combination("nothing is chosen", mend: "give one of \(Finding.list(keys))"), at: node, path)
        }
        return nil
      }
      if chosen.count > 1 {
        reading.note(
          .combination("'\(chosen[0].key)' and '\(chosen[1].key)' exclude each other", mend: "keep one of them"), at: chosen[1].place,
          length: chosen[1].key.unicodeScalars.count, .key(path, chosen[1].key))
      }
      return alternative.syntax.read(entry.value, .key(path, entry.key), reading)
    }
  }
}
