public import Studies

/// One table of results: its file, its columns with what they mean, and how its rows are read off a result.
public struct ResultTable: Sendable {
  /// What one column holds.
  public struct Column: Equatable, Sendable {
    /// Its name in the header; carries the unit.
    public var name: String
    /// What it holds, for the documentation.
    public var meaning: String
  }

  /// The name of the file.
  public let file: String
  /// What the table is for, in a sentence.
  public let about: String
  /// The columns.
  public let columns: [Column]

  private let write: @Sendable (StudyResult, inout CSVWriter) -> Void
  private let hasRows: @Sendable (StudyResult) -> Bool

  /// A table from its rows and what its columns read off them.
  ///
  /// Every table begins with the column `variant`.
  init<Row>(
    _ file: String, _ about: String, rows: @escaping @Sendable (StudyResult) -> [Row], columns: [ColumnReader<Row>]
  ) {
    self.file = file
    self.about = about
    self.columns =
      [Column(name: "variant", meaning: "The name of the scenario, or of its variant in a comparison.")]
      + columns.map { Column(name: $0.name, meaning: $0.meaning) }
    hasRows = { !rows($0).isEmpty }
    write = { result, writer in
      for row in rows(result) {
        writer.write(.text(result.outline.variant))
        for column in columns { writer.write(column.read(row)) }
      }
    }
  }

  /// The table of a result as CSV.
  ///
  /// - Complexity: O(fields).
  public func text(_ result: StudyResult, _ flavor: CSVFlavor = .plain) -> String { text([result], flavor) }

  /// The table of some results of equally many replications as CSV, one after the other.
  ///
  /// - Complexity: O(fields).
  public func text(_ results: [StudyResult], _ flavor: CSVFlavor = .plain) -> String {
    var writer = CSVWriter(header: columns.map(\.name), flavor, replications: results.first?.outline.replications ?? 1)
    for result in results { write(result, &writer) }
    return writer.text
  }

  /// Tables that are written for every result, with or without rows.
  private static let constant: [ResultTable] = [summary, objectives, functions, sources, costs, causes, losses]

  /// Tables that are written where they have rows: of elements that not every scenario has, and the time series that was asked for.
  private static let optional: [ResultTable] = [
    doors, queues, streams, consumers, events, brokers, subscriptions, services, containers, workflows, hops, timeseries,
  ]

  /// Every table, in the order in which they are documented.
  public static let all: [ResultTable] = constant + optional

  /// The tables that a result has something for.
  public static func present(in result: StudyResult) -> [ResultTable] { present(in: [result]) }

  /// The tables that any of some results has something for.
  public static func present(in results: [StudyResult]) -> [ResultTable] {
    constant + optional.filter { table in results.contains { table.hasRows($0) } }
  }
}

/// A column and how it is read off a row.
struct ColumnReader<Row>: Sendable {
  let name: String
  let meaning: String
  let read: @Sendable (Row) -> CSVField

  init(_ name: String, _ meaning: String, _ read: @escaping @Sendable (Row) -> CSVField) {
    self.name = name
    self.meaning = meaning
    self.read = read
  }
}
