import Documents

/// What is known of each function's durations, as Azure's `function_durations_percentiles` has it.
///
/// - Source: Azure Public Dataset, AzureFunctionsDataset2019.md: milliseconds without cold start; the percentiles are of averages over 30 s,
///   weighted by their counts.
struct DurationsFile {
  /// One function's row; milliseconds.
  struct Row {
    /// The mean.
    var average: Double
    /// How many executions it is the mean of.
    var count: Int
    /// The percentiles 0, 1, 25, 50, 75, 99 and 100.
    var percentiles: [Double]
    /// The shortest, if known.
    var minimum: Double?
    /// The longest, if known.
    var maximum: Double?
    /// The row's line.
    var line: Int
  }

  /// The percentiles' shares, from 0 to 1.
  static let shares = [0, 0.01, 0.25, 0.5, 0.75, 0.99, 1]
  private static let percentiles = [0, 1, 25, 50, 75, 99, 100].map { "percentile_Average_\($0)" }

  /// The rows by function.
  var rows: [FunctionKey: Row] = [:]
  /// Where the column of the counts is named.
  var countPlace: Place?

  /// Whether a table's columns are those of this file.
  static func recognises(_ table: CSVTable) -> Bool {
    table.header.contains { $0.hasPrefix("percentile_Average_") }
  }

  /// The file of a table; what is wrong with it goes to the findings.
  init(_ table: CSVTable, _ findings: inout Findings) {
    let names = FunctionKey.columns + ["Average", "Count", "Minimum", "Maximum"] + DurationsFile.percentiles
    guard let columns = table.required(names, &findings) else { return }
    countPlace = table.headerPlace(columns[4])
    var rows: [FunctionKey: Row] = [:]
    var lines: [FunctionKey: Int] = [:]
    table.forEachRow(&findings) { row, findings in
      let key = FunctionKey(owner: table.text(row, columns[0]), app: table.text(row, columns[1]), function: table.text(row, columns[2]))
      if table.repeats(key, row, columns[2], &lines, &findings) { return }
      rows[key] = DurationsFile.read(table, row, columns, &findings)
    }
    self.rows = rows
  }

  /// The values of a row; nil, and findings, if one of them is wrong.
  private static func read(_ table: CSVTable, _ row: CSVRow, _ columns: [Int], _ findings: inout Findings) -> Row? {
    let average = table.quantity(row, columns[3], &findings)
    let count = table.count(row, columns[4], &findings)
    let bounds = columns[5...6].map { table.isMissing(row, $0) ? nil : table.quantity(row, $0, &findings) }
    let percentiles = columns[7...].compactMap { table.quantity(row, $0, &findings) }
    if let low = bounds[0], let high = bounds[1], low > high {
      let what = "the minimum \(Milliseconds.text(low)) ms is above the maximum \(Milliseconds.text(high)) ms"
      table.report(.importNumberRange, what, row, columns[5], &findings)
      return nil
    }
    guard let average, let count, percentiles.count == shares.count else { return nil }
    if average < bounds[0] ?? 0 || average > bounds[1] ?? .infinity {
      let what = "the average \(Milliseconds.text(average)) ms is outside of minimum and maximum; it is taken as it is"
      table.report(.importAverageOutside, what, row, columns[3], &findings)
    }
    return Row(
      average: average, count: count, percentiles: percentiles, minimum: bounds[0], maximum: bounds[1], line: row.line)
  }
}
