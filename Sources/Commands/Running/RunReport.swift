import Reports
import Studies

/// What a run's results become: files, a summary, and the exit code.
struct RunReport {
  /// The results.
  var result: StudyResult
  /// How fast the run was.
  var pace: RunPace
  /// What was read for it.
  var inputs: [Manifest.Input]
  /// The folder for the files, if they are wanted.
  var folder: OutputFolder?
  /// For whom tables are written.
  var flavor: CSVFlavor
  /// Whether the results are printed as JSON.
  var isJSON: Bool
  /// How the command speaks.
  var display: DisplayOptions

  /// Writes everything.
  ///
  /// - Throws: `CommandFailure` where it can't be written, where an objective failed or is undecided, or where the run was stopped.
  func deliver(on console: Console) throws(CommandFailure) {
    if let folder { try write(into: folder, console) }
    if isJSON {
      try console.print(SummaryDocument.text(result))
    } else if !display.quiet {
      try console.print(TerminalSummary(result, paint: display.paint(on: console)).text)
    }
    if !display.quiet { console.note(pace.summary) }
    if result.outline.isPartial { throw CommandFailure(.interrupted, "stopped before its end; what is shown is marked as partial") }
    if result.failures > 0 { throw .reported(.objectiveFailed) }
    if result.undecided > 0 { throw .reported(.undecided) }
  }

  private func write(into folder: OutputFolder, _ console: Console) throws(CommandFailure) {
    let files = ResultFiles.texts(result, flavor) { names in
      Manifest(
        version: Version.text, arguments: console.arguments, inputs: inputs, seed: result.outline.seed,
        replications: result.outline.replications, isPartial: result.outline.isPartial, events: result.outline.events,
        wallSeconds: pace.elapsed, files: names)
    }
    try folder.write(files, removing: ResultFiles.names)
    if !result.outline.isPartial { FolderRunStore(in: folder.path).clear() }
    if !display.quiet { console.note("wrote \(folder.path)/ (\(files.count) files)") }
  }
}
