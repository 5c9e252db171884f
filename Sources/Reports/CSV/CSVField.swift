public import Studies

/// One field of a table.
public enum CSVField: Equatable, Sendable {
  /// A text.
  case text(String)
  /// A whole number.
  case integer(Int64)
  /// How many in all replications together; printed as so many in a mean replication.
  case count(Int64)
  /// A computed number.
  case real(Double)
  /// Money in nano-dollars, printed in dollars.
  case money(Int64)
  /// Nothing: not measured, or not known.
  case empty

  /// A figure in the unit in which it is printed; empty where its number is not known.
  public init(_ figure: Figure, in unit: MetricUnit) {
    switch unit.printed(figure) {
    case .integer(let value): self = .integer(value)
    case .real(let value): self = .real(value)
    case .money(let nano): self = .money(nano)
    case .above, .missing: self = .empty
    }
  }

  /// An end of an interval in a unit's base, as it is printed in the unit; empty where it is open or there is none.
  init(intervalEnd end: Double?, in unit: MetricUnit) {
    guard let end, end.isFinite else {
      self = .empty
      return
    }
    self.init(.real(end), in: unit)
  }

  /// Writes the field behind a text.
  ///
  /// - Parameter replications: by which counts are divided.
  func write(to buffer: inout TextBuffer, _ flavor: CSVFlavor, replications: Int) {
    switch self {
    case .count(let value):
      let figure = Figure.perReplication(value, replications)
      CSVField(figure, in: .count).write(to: &buffer, flavor, replications: 1)
    case .text(let text): CSVField.write(flavor == .excel ? CSVField.harmless(text) : text, to: &buffer)
    case .integer(let value): buffer.append(value)
    case .real(let value): Digits.write(value, to: &buffer)
    case .money(let nano): Digits.write(dollars: nano, to: &buffer)
    case .empty: break
    }
  }

  /// - Source: RFC 4180, section 2, rules 5 to 7.
  private static func write(_ text: String, to buffer: inout TextBuffer) {
    let quote = UInt8(ascii: "\"")
    guard text.utf8.contains(where: { $0 == quote || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return buffer.append(text) }
    buffer.append(quote)
    for byte in text.utf8 {
      buffer.append(byte)
      if byte == quote { buffer.append(quote) }
    }
    buffer.append(quote)
  }

  /// A text that a spreadsheet does not take for a formula.
  ///
  /// - Source: CWE-1236.
  private static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else { return text }
    return "'" + text
  }
}
