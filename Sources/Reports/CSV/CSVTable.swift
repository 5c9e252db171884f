/// A table with a header, to be written as CSV.
///
/// - Source: RFC 4180; lines end in a line feed alone, unless the flavour says otherwise.
public struct CSVTable: Equatable, Sendable {
  /// The names of the columns.
  public var header: [String]
  /// The rows, each as long as the header.
  public var rows: [[CSVField]]

  /// A table from its parts.
  public init(header: [String], rows: [[CSVField]]) {
    precondition(rows.allSatisfy { $0.count == header.count }, "a row is not \(header.count) fields long")
    self.header = header
    self.rows = rows
  }

  /// The table as text.
  ///
  /// - Complexity: O(fields).
  public func text(_ flavor: CSVFlavor = .plain) -> String {
    let end = flavor == .excel ? "\r\n" : "\n"
    var text = flavor == .excel ? "\u{FEFF}" : ""
    text += header.map { CSVField.text($0).text(flavor) }.joined(separator: ",") + end
    for row in rows {
      text += row.map { $0.text(flavor) }.joined(separator: ",")
      text += end
    }
    return text
  }
}
