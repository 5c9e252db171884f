import Reports
import Studies

/// What a comparison becomes: files and a summary.
struct ComparisonReport {
  /// The comparison.
  var comparison: Comparison
  /// How fast the runs were.
  var pace: RunPace
  /// What was read for it.
  var inputs: [Manifest.Input]
  /// The folder for the files, if they are wanted.
  var folder: OutputFolder?
  /// How results are written.
  var options: ResultOptions
  /// How the command speaks.
  var display: DisplayOptions

  /// Writes everything.
  ///
  /// - Throws: `CommandFailure` where it can't be written, or where the runs were stopped.
  func deliver(on console: Console) throws(CommandFailure) {
    if let folder { try write(into: folder, console) }
    if options.json {
      try console.print(ComparisonDocument.text(comparison))
    } else if !display.quiet {
      try console.print(TerminalComparison(comparison, paint: display.paint(on: console)).text)
    }
    if !display.quiet { console.note(pace.summary) }
    if isPartial { throw CommandFailure(.interrupted, "stopped before its end; what is shown is marked as partial") }
  }

  private var isPartial: Bool { comparison.results.contains { $0.outline.isPartial } }

  /// The comparison's own tables, and those of all variants one after the other.
  private func write(into folder: OutputFolder, _ console: Console) throws(CommandFailure) {
    let flavor = options.csvFlavor.flavor
    let outline = comparison.results[0].outline
    var files = [
      (name: RowTable.compare.file, text: RowTable.compare.text(comparison.differences, flavor)),
      (name: RowTable.compareCosts.file, text: RowTable.compareCosts.text(comparison.costs, flavor)),
    ]
    files += ResultTable.present(in: comparison.results).map { (name: $0.file, text: $0.text(comparison.results, flavor)) }
    files.append((name: "summary.json", text: ComparisonDocument.text(comparison)))
    let manifest = Manifest(
      version: Version.text, arguments: console.arguments, inputs: inputs, seed: outline.seed, replications: outline.replications,
      isPartial: isPartial, events: pace.events, wallSeconds: pace.elapsed, files: files.map(\.name))
    files.append((name: "manifest.json", text: manifest.text))
    try folder.write(files, removing: ResultFiles.names)
    if !isPartial { FolderRunStore(in: folder.path).clear() }
    if !display.quiet { console.note("wrote \(folder.path)/ (\(files.count) files)") }
  }
}
