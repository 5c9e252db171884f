internal import Documents

extension Trace.Record {
  /// A file of arrivals: a mapping with one key, its kind.
  ///
  /// `name` is the row of a counts file that is taken by default.
  static func syntax(name: String) -> Syntax<Trace.Record> {
    .oneKey([
      OneKey("timestamps", timestamps, "one arrival a line: the file and its column of instants"),
      OneKey(
        "counts", counts(name: name),
        "arrivals per interval: a file with the columns name and counts, a run-length list such as `0*5 3 12*2`"),
      OneKey("invocations", invocations, "one invocation a line, with its duration"),
    ])
  }

  private static let fileDoc = "a CSV file, relative to the scenario"
  private static var file: Syntax<String> { .text(kind: "file name", example: "trace.csv") }
  private static func columnSyntax(_ example: String) -> Syntax<String> { .text(kind: "column", example: example) }

  private static var timestamps: Syntax<Trace.Record> {
    .section { f in
      let file = f.required("file", file, fileDoc)
      let column = f.required("column", columnSyntax("TIMESTAMP"), "the column of instants: ISO-8601, or a number")
      let unit = f.optional("unit", .oneOf(["s", "ms"]), default: "s", shown: "s", "what a plain number counts")
      guard let reading = f.reading, !file.isEmpty, !column.isEmpty else { return .timestamps([]) }
      let scanner = TraceScanner(file: file, reading: reading, section: f)
      return .timestamps(scanner.timestamps(column: column, nanosecondsPerUnit: unit == "s" ? 1_000_000_000 : 1_000_000) ?? [])
    }
  }

  private static func counts(name: String) -> Syntax<Trace.Record> {
    .section { f in
      let file = f.required("file", file, fileDoc)
      let row = f.optional("row", columnSyntax("fn001"), default: name, shown: "the source's name", "which row of the file")
      let every = f.optional("every", .duration(.positive), default: 60_000_000_000, shown: "1 min", "the length of an interval")
      let within = f.optional("within", .word, default: Trace.Within.random, shown: "random", "how arrivals spread in their interval")
      guard let reading = f.reading, !file.isEmpty else { return .counts([], every: every, within: within) }
      let scanner = TraceScanner(file: file, reading: reading, section: f)
      return .counts(scanner.counts(row: row) ?? [], every: every, within: within)
    }
  }

  private static var invocations: Syntax<Trace.Record> {
    .section { f in
      let file = f.required("file", file, fileDoc)
      let start = f.given("start", columnSyntax("start"), "the column of starts; or give `end`")
      let end = f.given("end", columnSyntax("end_timestamp"), "the column of ends, less the duration; or give `start`")
      let duration = f.required("duration", columnSyntax("duration"), "the column of durations")
      let unit = f.optional("unit", .oneOf(["s", "ms"]), default: "s", shown: "s", "what numbers count")
      let filter = f.optional("where", .columnValues, default: [], shown: nil, "only lines that have these values in these columns")
      guard let reading = f.reading, !file.isEmpty else { return .invocations(starts: [], durations: []) }
      guard (start == nil) != (end == nil) else {
        f.note(.combination("an invocation needs its start or its end", mend: "give one of 'start' and 'end'"))
        return .invocations(starts: [], durations: [])
      }
      let scanner = TraceScanner(file: file, reading: reading, section: f)
      let perUnit: Int64 = unit == "s" ? 1_000_000_000 : 1_000_000
      let columns = InvocationColumns(time: start ?? end ?? "", timeIsEnd: end != nil, duration: duration, filter: filter)
      return scanner.invocations(columns, nanosecondsPerUnit: perUnit) ?? .invocations(starts: [], durations: [])
    }
  }
}

/// A column and the value it must have.
struct ColumnValue {
  let column: String
  let value: String
}

extension Syntax where Value == [ColumnValue] {
  /// A mapping from columns to values.
  static var columnValues: Syntax<[ColumnValue]> {
    Syntax(.map(keys: "column", .text(kind: "value", pattern: nil, example: "resize")), placeholder: []) { node, path, reading in
      guard let entries = reading.mapping(node, path) else { return nil }
      return entries.compactMap { entry in
        reading.text(entry.value, .key(path, entry.key), expected: "a value").map { ColumnValue(column: entry.key, value: $0) }
      }
    }
  }
}
