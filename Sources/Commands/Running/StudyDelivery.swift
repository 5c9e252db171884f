import Reports
import Studies

/// What the results of a study of several points become: files, a summary, and the manifest.
struct StudyDelivery {
  /// The tables, by their files' names.
  var tables: [(name: String, text: String)]
  /// The results as one JSON document.
  var document: String
  /// The results for the terminal.
  var summary: String
  /// The results themselves.
  var results: [StudyResult]
  /// Whether the study was stopped before its end.
  var isPartial: Bool
  /// What was read for it, each file once.
  var inputs: [Manifest.Input]

  /// Writes everything.
  ///
  /// - Parameters:
  ///   - options: where the results go.
  ///   - folder: the folder for files, if they are wanted.
  ///   - pace: how fast the study was.
  /// - Throws: `CommandFailure` where it can't be written, or the study was stopped.
  func deliver(
    _ options: ResultOptions, into folder: OutputFolder?, _ pace: RunPace, _ display: DisplayOptions, on console: Console
  ) throws(CommandFailure) {
    if let folder {
      let files = tables + [("summary.json", document)]
      let manifest = manifest(pace, console, files.map(\.name)).text
      try folder.write(files + [("manifest.json", manifest)], removing: ResultFiles.names)
      if !isPartial { FolderRunStore(in: folder.path).clear() }
      if !display.quiet { console.note("wrote \(folder.path)/ (\(files.count + 1) files)") }
    }
    if options.json {
      try console.print(document)
    } else if !display.quiet {
      try console.print(summary)
    }
    if !display.quiet { console.note(pace.summary) }
    if isPartial { throw CommandFailure(.interrupted, "stopped before its end; what is shown is marked as partial") }
  }

  private func manifest(_ pace: RunPace, _ console: Console, _ files: [String]) -> Manifest {
    Manifest(
      version: Version.text, arguments: console.arguments, inputs: inputs, seed: results.first?.outline.seed ?? 0,
      replications: results.reduce(0) { $0 + $1.outline.replications }, isPartial: isPartial,
      events: results.reduce(0) { $0 + $1.outline.events }, wallSeconds: pace.elapsed, files: files)
  }

  /// The files of several scenarios, each once, in the order in which they were read first.
  static func inputs(of sources: [ScenarioSource]) -> [Manifest.Input] {
    sources.flatMap(\.inputs).reduce(into: []) { inputs, input in
      if !inputs.contains(input) { inputs.append(input) }
    }
  }
}
