import Documents

/// How much memory each app had committed, as Azure's `app_memory_percentiles` has it, or In-Vitro's copies which repeat it for each function.
///
/// - Source: Azure Public Dataset, AzureFunctionsDataset2019.md; vhive-serverless/invitro, data/traces.
struct MemoryFile {
  /// The most that was measured, MB, by app or, in In-Vitro's form, by function.
  private var peaks: [FunctionKey: Double] = [:]

  /// Whether a table's columns are those of this file.
  static func recognises(_ table: CSVTable) -> Bool {
    table.header.contains { $0.hasPrefix("AverageAllocatedMb") }
  }

  /// The file of a table; what is wrong with it goes to the findings.
  init(_ table: CSVTable, _ findings: inout Findings) {
    guard let columns = table.required(["HashOwner", "HashApp", "AverageAllocatedMb_pct100"], &findings) else { return }
    let function = table.column("HashFunction")
    var peaks: [FunctionKey: Double] = [:]
    var lines: [FunctionKey: Int] = [:]
    table.forEachRow(&findings) { row, findings in
      let key = FunctionKey(
        owner: table.text(row, columns[0]), app: table.text(row, columns[1]), function: function.map { table.text(row, $0) } ?? "")
      if table.repeats(key, row, function ?? columns[1], &lines, &findings) { return }
      peaks[key] = table.quantity(row, columns[2], &findings)
    }
    self.peaks = peaks
  }

  /// The most that was measured of a function or its app, MB, if anything was.
  func peak(_ key: FunctionKey) -> Double? { peaks[key] ?? peaks[key.ofApp] }
}
