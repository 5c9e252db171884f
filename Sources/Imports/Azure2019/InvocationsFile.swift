import Documents

/// The invocations of each function in each minute, as Azure's `invocations_per_function_md` has them.
///
/// - Source: Azure Public Dataset, AzureFunctionsDataset2019.md: one column a minute; counts are of invocations that ended in it.
struct InvocationsFile {
  /// One function's row.
  struct Row {
    /// The function.
    var key: FunctionKey
    /// What triggers it, in the trace's words; nil if the file does not say.
    var trigger: String?
    /// Invocations in each minute; 32 bits, as a whole published day has 66 million of them.
    var counts: [Int32]
    /// All invocations.
    var total: Int
  }

  /// The rows, in the order of the file.
  var rows: [Row] = []
  /// The number of the first minute, as its column is named.
  var firstMinute = 0
  /// The first minute after midnight, from 0.
  var startMinute = 0

  /// Whether a table's columns are those of this file.
  static func recognises(_ table: CSVTable) -> Bool {
    table.header.contains { minute($0) != nil }
  }

  /// The file of a table; what is wrong with it goes to the findings.
  init(_ table: CSVTable, _ findings: inout Findings) {
    let minutes = minuteColumns(table, &findings)
    guard let keys = table.required(FunctionKey.columns, &findings), !minutes.isEmpty else { return }
    let trigger = table.column("Trigger")
    var lines: [FunctionKey: Int] = [:]
    var rows: [Row] = []
    table.forEachRow(&findings) { row, findings in
      let key = FunctionKey(owner: table.text(row, keys[0]), app: table.text(row, keys[1]), function: table.text(row, keys[2]))
      if table.repeats(key, row, keys[2], &lines, &findings) { return }
      let counts = minutes.map { Int32(table.count(row, $0, &findings) ?? 0) }
      rows.append(Row(key: key, trigger: trigger.map { table.text(row, $0) }, counts: counts, total: counts.reduce(0) { $0 + Int($1) }))
    }
    self.rows = rows
  }

  /// The columns of the minutes, in their order.
  private mutating func minuteColumns(_ table: CSVTable, _ findings: inout Findings) -> [Int] {
    var columns: [(minute: Int, column: Int)] = []
    for (column, name) in table.header.enumerated() {
      if let minute = InvocationsFile.minute(name) { columns.append((minute, column)) }
    }
    columns.sort { ($0.minute, $0.column) < ($1.minute, $1.column) }
    for (left, right) in zip(columns, columns.dropFirst()) {
      if left.minute == right.minute {
        findings.add(Finding(.importColumnTwice, "minute \(right.minute) has two columns"), at: table.headerPlace(right.column))
      } else if left.minute + 1 != right.minute {
        let finding = Finding(
          .importMinutes, "minute \(right.minute) follows minute \(left.minute)", mend: "take minutes without a gap")
        findings.add(finding, at: table.headerPlace(right.column))
      }
    }
    guard let first = columns.first?.minute, let last = columns.last?.minute else { return [] }
    firstMinute = first
    // Azure's days count from 1 to 1440; cut-outs of them that were made since are named by the minutes after midnight.
    startMinute = first == 1 || last == 1440 ? first - 1 : first
    return columns.map(\.column)
  }

  /// The minute that a column's name means: `480`, `minute_480` or `480_minute`, from 0 to 1440.
  static func minute(_ name: String) -> Int? {
    var digits = Substring(name)
    if digits.hasPrefix("minute_") {
      digits = digits.dropFirst("minute_".count)
    } else if digits.hasSuffix("_minute") {
      digits = digits.dropLast("_minute".count)
    }
    guard !digits.isEmpty, digits.count <= 4, digits.utf8.allSatisfy({ (48...57).contains($0) }), let minute = Int(digits), minute <= 1440
    else { return nil }
    return minute
  }
}

extension CSVTable {
  /// Whether a row describes a function that an earlier row does, which is a finding.
  func repeats(_ key: FunctionKey, _ row: CSVRow, _ column: Int, _ lines: inout [FunctionKey: Int], _ findings: inout Findings) -> Bool {
    if let first = lines.updateValue(row.line, forKey: key) {
      lines[key] = first
      report(.importRowTwice, "line \(first) describes the same function", mend: "keep one of them", row, column, &findings)
      return true
    }
    return false
  }
}
