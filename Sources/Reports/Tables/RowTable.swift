/// A table of rows of one kind, its file and its columns with what they mean.
public struct RowTable<Row>: Sendable {
  /// The name of the file.
  public let file: String
  /// What the table is for, in a sentence.
  public let about: String

  private let readers: [ColumnReader<Row>]

  init(_ file: String, _ about: String, columns: [ColumnReader<Row>]) {
    self.file = file
    self.about = about
    readers = columns
  }

  /// The columns.
  public var columns: [ResultTable.Column] { readers.map { ResultTable.Column(name: $0.name, meaning: $0.meaning) } }

  /// The table of some rows as CSV.
  ///
  /// - Parameters:
  ///   - rows: in their order.
  ///   - flavor: for whom it is written.
  ///   - replications: the replications that counts are of.
  /// - Complexity: O(fields).
  public func text(_ rows: [Row], _ flavor: CSVFlavor = .plain, replications: Int = 1) -> String {
    var writer = CSVWriter(header: readers.map(\.name), flavor, replications: replications)
    for row in rows {
      for reader in readers { writer.write(reader.read(row)) }
    }
    return writer.text
  }
}
