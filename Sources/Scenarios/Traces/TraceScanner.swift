internal import Documents

/// The columns of a trace of invocations.
struct InvocationColumns {
  let time: String
  let timeIsEnd: Bool
  let duration: String
  let filter: [ColumnValue]
}

/// Reads one trace file into plain arrays; faults are noted at the keys that name file and columns.
struct TraceScanner {
  let file: String
  let reading: Reading
  let section: Fields

  /// The instants of a column from the earliest on, ascending, nanoseconds.
  func timestamps(column: String, nanosecondsPerUnit: Int64) -> [Int64]? {
    guard let table, let column = index(column, of: table, key: "column") else { return nil }
    var times: [Int64] = []
    var fault: Finding?
    table.rows([column]) { line, bytes, fields in
      guard let time = TimestampColumn.instant(bytes, fields[0], nanosecondsPerUnit: nanosecondsPerUnit) else {
        fault = .dataValue(CSVTable.text(bytes, fields[0]), file: file, line: line, expected: "an instant")
        return false
      }
      times.append(time)
      return true
    }
    guard finish(fault, isEmpty: times.isEmpty) else { return nil }
    return TraceScanner.sortedFromZero(times)
  }

  /// Starts and durations of the invocations that pass the filter, ascending by start; 0 is the earliest start of the whole file.
  func invocations(_ columns: InvocationColumns, nanosecondsPerUnit: Int64) -> Trace.Record? {
    guard let table, let time = index(columns.time, of: table, key: columns.timeIsEnd ? "end" : "start"),
      let duration = index(columns.duration, of: table, key: "duration")
    else { return nil }
    var wanted = [time, duration]
    for value in columns.filter {
      guard let column = index(value.column, of: table, key: "where") else { return nil }
      wanted.append(column)
    }
    let values = columns.filter.map { Array($0.value.utf8) }
    var earliest = Int64.max
    var found: [(start: Int64, duration: Int64)] = []
    var fault: Finding?
    table.rows(wanted) { line, bytes, fields in
      guard let time = TimestampColumn.instant(bytes, fields[0], nanosecondsPerUnit: nanosecondsPerUnit),
        let length = TimestampColumn.number(bytes, fields[1], nanosecondsPerUnit: nanosecondsPerUnit), length >= 0
      else {
        fault = .dataValue(
          "\(CSVTable.text(bytes, fields[0])), \(CSVTable.text(bytes, fields[1]))", file: file, line: line,
          expected: "a time and a duration")
        return false
      }
      let start = columns.timeIsEnd ? time &- length : time
      earliest = min(earliest, start)
      let passes = values.indices.allSatisfy { bytes[fields[$0 + 2]].elementsEqual(values[$0]) }
      if passes { found.append((start, length)) }
      return true
    }
    guard finish(fault, isEmpty: found.isEmpty) else { return nil }
    found.sort { ($0.start, $0.duration) < ($1.start, $1.duration) }
    return .invocations(starts: found.map { $0.start &- earliest }, durations: found.map(\.duration))
  }

  /// The counts of one row of a counts file.
  func counts(row name: String) -> [Int64]? {
    guard let rows = countsRows() else { return nil }
    guard let row = rows[name] else {
      let nearest = Nearest.name(to: name, among: rows.keys.sorted())
      section.note(.rowMissing(name, file: file, nearest: nearest), value: section.has("row") ? "row" : "file")
      return nil
    }
    if let counts = RunLengths.counts(row.text) { return counts }
    section.note(.dataValue(row.text, file: file, line: row.line, expected: "a list of counts such as 0*5 3 12*2"), value: "file")
    return nil
  }

  /// The rows of a counts file by name, read once a file.
  private func countsRows() -> [String: CountsRow]? {
    let path = reading.path(of: file)
    if let rows = reading.tables.counts[path] { return rows }
    guard let table, let name = index("name", of: table, key: "file"), let counts = index("counts", of: table, key: "file") else {
      return nil
    }
    var rows: [String: CountsRow] = [:]
    table.rows([name, counts]) { line, bytes, fields in
      rows[CSVTable.text(bytes, fields[0])] = CountsRow(line: line, text: CSVTable.text(bytes, fields[1]))
      return true
    }
    reading.tables.counts[path] = rows
    return rows
  }

  private var table: CSVTable? {
    guard let node = section.entry("file")?.value else { return nil }
    return reading.table(file, at: node, .key(section.path, "file"))
  }

  private func index(_ column: String, of table: CSVTable, key: String) -> Int? {
    guard let node = section.entry(key)?.value else { return nil }
    return reading.column(column, of: table, file: file, at: node, .key(section.path, key))
  }

  private func finish(_ fault: Finding?, isEmpty: Bool) -> Bool {
    if let fault { section.note(fault, value: "file") }
    if fault == nil, isEmpty { section.note(.noRows(file, what: "line that fits"), value: "file") }
    return fault == nil && !isEmpty
  }

  private static func sortedFromZero(_ times: [Int64]) -> [Int64] {
    let isSorted = zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }
    let sorted = isSorted ? times : times.sorted()
    guard let first = sorted.first else { return [] }
    return sorted.map { $0 &- first }
  }
}
