import Documents
import Studies

/// Writes a JSON document as it goes, for documents too large to be kept as a tree: two spaces a level, a value a line.
struct JSONWriter {
  /// What was written.
  var text: String { buffer.text }

  private var buffer = TextBuffer()
  private var level = 0
  private var isFirst = true

  /// Opens an object or list; `key` where it stands in an object.
  mutating func open(_ bracket: Bracket, _ key: String? = nil) {
    begin(key)
    buffer.append(bracket.rawValue)
    level += 1
    isFirst = true
  }

  /// Closes what was opened last.
  mutating func close(_ bracket: Bracket) {
    level -= 1
    if !isFirst { breakLine() }
    isFirst = false
    buffer.append(bracket.rawValue + 2)
    if level == 0 { buffer.append(UInt8(ascii: "\n")) }
  }

  /// What holds values.
  enum Bracket: UInt8 {
    /// A list; its bracket's end has a code two higher than its beginning, as an object's has.
    case list = 0x5B
    /// An object.
    case object = 0x7B
  }

  mutating func write(_ key: String, _ value: String) {
    begin(key)
    quote(value)
  }

  mutating func write(_ key: String, _ value: Bool) {
    begin(key)
    buffer.append(value ? "true" : "false")
  }

  mutating func write(_ key: String, _ value: Int64) {
    begin(key)
    buffer.append(value)
  }

  mutating func write(_ key: String, _ value: Double) {
    begin(key)
    Digits.write(value, to: &buffer)
  }

  mutating func write(_ key: String, dollars nano: Int64) {
    begin(key)
    Digits.write(dollars: nano, to: &buffer)
  }

  /// Writes an element of a list.
  mutating func write(element: String) {
    begin(nil)
    quote(element)
  }

  /// Writes a whole number as an element of a list.
  mutating func write(element: Int64) {
    begin(nil)
    buffer.append(element)
  }

  /// Writes a figure in the unit in which it is printed: a number, null where it is missing, `{"above": x}` where only that is known.
  mutating func write(_ key: String, _ figure: Figure, in unit: MetricUnit) {
    switch unit.printed(figure) {
    case .integer(let value): write(key, value)
    case .real(let value): write(key, value)
    case .money(let nano): write(key, dollars: nano)
    case .above(let bound):
      open(.object, key)
      write("above", .integer(bound), in: unit)
      close(.object)
    case .missing:
      begin(key)
      buffer.append("null")
    }
  }

  private mutating func begin(_ key: String?) {
    if !isFirst { buffer.append(UInt8(ascii: ",")) }
    if level > 0 { breakLine() }
    isFirst = false
    guard let key else { return }
    quote(key)
    buffer.append(": ")
  }

  private mutating func breakLine() {
    buffer.append(UInt8(ascii: "\n"))
    for _ in 0..<level { buffer.append("  ") }
  }

  private mutating func quote(_ text: String) {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    guard isPlain else { return buffer.append(JSONValue.quoted(text)) }
    buffer.append(UInt8(ascii: "\""))
    buffer.append(text)
    buffer.append(UInt8(ascii: "\""))
  }
}
