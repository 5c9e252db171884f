internal import Documents

/// The keys of one section, being read or being described.
///
/// A section's definition asks for each of its keys once. While reading, that takes the key's value and notes what is wrong with it;
/// while describing, it records what the key is. Keys that nobody asked for are unknown.
struct Fields {
  private let entries: [LocatedNode.Entry]
  /// The section itself; nil while describing.
  let node: LocatedNode?
  /// The path of the section.
  let path: Path
  /// The reading that this is part of; nil while describing.
  let reading: Reading?
  private var known: [String] = []
  private var described: [KeyForm] = []
  private var unsupported: [String] = []
  private var others: SectionForm.OtherKeys?

  init(entries: [LocatedNode.Entry], node: LocatedNode?, path: Path, reading: Reading?) {
    self.entries = entries
    self.node = node
    self.path = path
    self.reading = reading
  }

  /// The keys that a definition asks for.
  static func describe<Value>(_ read: (inout Fields) -> Value) -> SectionForm {
    var fields = Fields(entries: [], node: nil, path: .root, reading: nil)
    _ = read(&fields)
    return SectionForm(keys: fields.described, others: fields.others)
  }

  /// What a definition gives with no key at all.
  static func standard<Value>(_ read: (inout Fields) -> Value) -> Value {
    var fields = Fields(entries: [], node: nil, path: .root, reading: nil)
    return read(&fields)
  }

  /// The platform that defaults are taken from.
  var profile: PlatformProfile { reading?.profile ?? .blank }

  /// Whether a key is given.
  func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

  /// The entry of a key, if given.
  func entry(_ key: String) -> LocatedNode.Entry? { entries.first { $0.key == key } }

  /// All entries, for sections with free keys beside fixed ones.
  var all: [LocatedNode.Entry] { entries }

  /// A key that must be given.
  mutating func required<Value>(_ key: String, _ syntax: Syntax<Value>, _ doc: String) -> Value {
    guard let reading else {
      described.append(KeyForm(key: key, form: syntax.form(), isRequired: true, standard: nil, doc: doc))
      return syntax.placeholder()
    }
    known.append(key)
    guard let entry = entry(key) else {
      note(.missingKey(key))
      return syntax.placeholder()
    }
    return syntax.read(entry.value, .key(path, key), reading) ?? syntax.placeholder()
  }

  /// A key that may be given; `shown` is its default as it is described.
  mutating func optional<Value>(
    _ key: String, _ syntax: Syntax<Value>, default standard: @autoclosure () -> Value, shown: String?, _ doc: String
  ) -> Value {
    given(key, syntax, shown: shown, doc) ?? standard()
  }

  /// A key that may be given.
  mutating func given<Value>(_ key: String, _ syntax: Syntax<Value>, shown: String? = nil, _ doc: String) -> Value? {
    guard let reading else {
      described.append(KeyForm(key: key, form: syntax.form(), isRequired: false, standard: shown, doc: doc))
      return nil
    }
    known.append(key)
    guard let entry = entry(key) else { return nil }
    return syntax.read(entry.value, .key(path, key), reading) ?? syntax.placeholder()
  }

  /// Keys that may stand here but mean nothing to the reader, such as sources.
  mutating func ignored(_ keys: String...) {
    known.append(contentsOf: keys)
  }

  /// Keys that are known here beside those asked for.
  mutating func know(_ keys: [String]) {
    known.append(contentsOf: keys.filter { !has($0) })
  }

  /// Describes further keys of a pattern, which the definition reads by itself.
  mutating func describeOthers(_ example: String, pattern: String, _ form: Form, _ doc: String) {
    others = SectionForm.OtherKeys(example: example, pattern: pattern, form: form, doc: doc)
  }

  /// Keys of later versions, refused by name.
  mutating func refused(_ keys: [String]) {
    unsupported = keys
  }

  /// Notes a fault of the section as a whole.
  func note(_ finding: Finding) {
    guard let reading, let node else { return }
    reading.note(finding, at: node, path)
  }

  /// Notes a fault of one key, or of the section if the key is not given.
  func note(_ finding: Finding, key: String) {
    guard let entry = entry(key) else { return note(finding) }
    reading?.note(finding, at: entry.place, length: key.unicodeScalars.count, .key(path, key))
  }

  /// Notes a fault in the value of a key, or of the section if the key is not given.
  func note(_ finding: Finding, value key: String) {
    guard let entry = entry(key) else { return note(finding) }
    reading?.note(finding, at: entry.value, .key(path, key))
  }

  /// Notes the keys that nobody asked for.
  func finish() {
    guard let reading, entries.contains(where: { !known.contains($0.key) }) else { return }
    for entry in entries where !known.contains(entry.key) {
      let finding: Finding = unsupported.contains(entry.key) ? .notSupported(entry.key) : .unknownKey(entry.key, known: known)
      reading.note(finding, at: entry.place, length: entry.key.unicodeScalars.count, .key(path, entry.key))
    }
  }
}
