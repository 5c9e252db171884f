import Documents

/// The three files of the trace, each known by its columns.
struct AzureTables {
  /// Invocations per minute.
  var invocations: InvocationsFile?
  /// Durations.
  var durations: DurationsFile?
  /// Memory.
  var memory: MemoryFile?
  /// The day that a file's name gives, from 1 to 14, as in `invocations_per_function_md.anon.d07.csv`.
  var day: Int?

  /// The trace's files among some files.
  ///
  /// Others are passed over. What is wrong goes to the findings.
  init(_ sources: [SourceText], folder: SourceText, needsMemory: Bool, _ findings: inout Findings) {
    var kinds: [(name: String, recognises: (CSVTable) -> Bool, tables: [CSVTable])] = [
      ("invocations (columns of minutes)", InvocationsFile.recognises, []),
      ("durations (columns percentile_Average_0 ...)", DurationsFile.recognises, []),
      ("memory (column AverageAllocatedMb_pct100)", MemoryFile.recognises, []),
    ]
    for source in sources {
      let table = CSVTable(source)
      if let kind = kinds.firstIndex(where: { $0.recognises(table) }) { kinds[kind].tables.append(table) }
    }
    for (index, kind) in kinds.enumerated() {
      if kind.tables.isEmpty, index < 2 || needsMemory {
        let finding = Finding(
          .importFileMissing, "no file of the folder holds the \(kind.name)",
          mend: index < 2 ? "put the three files of one day into it" : "put it there, or give all functions one size")
        findings.add(finding, at: Place(source: folder, line: 1, column: 1))
      }
      for other in kind.tables.dropFirst() {
        let finding = Finding(
          .importFileTwice, "'\(kind.tables[0].source.name)' holds the \(kind.name) too", mend: "keep the files of one day")
        findings.add(finding, at: Place(source: other.source, line: 1, column: 1))
      }
    }
    if let table = kinds[0].tables.first {
      invocations = AzureTables.read(table, &findings) { InvocationsFile($0, &$1) }
      day = AzureTables.day(table.source.name)
    }
    if let table = kinds[1].tables.first { durations = AzureTables.read(table, &findings) { DurationsFile($0, &$1) } }
    if let table = kinds[2].tables.first { memory = AzureTables.read(table, &findings) { MemoryFile($0, &$1) } }
  }

  private static func read<File>(_ table: CSVTable, _ findings: inout Findings, _ body: (CSVTable, inout Findings) -> File) -> File {
    var names: Set<String> = []
    for (column, name) in table.header.enumerated() where !names.insert(name).inserted {
      findings.add(Finding(.importColumnTwice, "there are two columns '\(name)'"), at: table.headerPlace(column), length: name.count)
    }
    let file = body(table, &findings)
    findings.endFile(table.source)
    return file
  }

  /// The day in the name of a file of the published set, from 1 to 14.
  static func day(_ name: String) -> Int? {
    let parts = name.split(separator: ".")
    for part in parts where part.count == 3 && part.first == "d" {
      if let day = Int(part.dropFirst()), (1...14).contains(day) { return day }
    }
    return nil
  }
}
