/// Writes CSV: a header, then rows field by field.
///
/// - Source: RFC 4180; lines end in a line feed alone, unless the flavour says otherwise.
public struct CSVWriter: Sendable {
  /// What was written.
  public var text: String { buffer.text }

  private var buffer = TextBuffer()
  private let flavor: CSVFlavor
  private let columns: Int
  private let replications: Int
  private var fields = 0

  /// A table that has its header only.
  ///
  /// - Parameters:
  ///   - header: the names of the columns, at least one.
  ///   - flavor: for whom it is written.
  ///   - replications: the replications that counts are of, at least 1.
  public init(header: [String], _ flavor: CSVFlavor = .plain, replications: Int = 1) {
    precondition(!header.isEmpty, "a table without a column")
    if flavor == .excel { buffer.append("\u{FEFF}") }
    self.flavor = flavor
    columns = header.count
    self.replications = replications
    for name in header { write(.text(name)) }
  }

  /// Writes the next field; the row ends by itself.
  public mutating func write(_ field: CSVField) {
    field.write(to: &buffer, flavor, replications: replications)
    fields += 1
    if fields < columns { return buffer.append(UInt8(ascii: ",")) }
    fields = 0
    if flavor == .excel { buffer.append(UInt8(ascii: "\r")) }
    buffer.append(UInt8(ascii: "\n"))
  }
}
