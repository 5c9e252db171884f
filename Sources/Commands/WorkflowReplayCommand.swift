import ArgumentParser
import Documents
import Reports
import StatesLanguage

/// Runs recorded executions of state machines again and compares their histories.
struct WorkflowReplayCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Runs recorded executions of state machines again and compares their histories.",
    discussion: """
      A file holds recordings: definitions, inputs, and histories as AWS gives them. What a task answered is taken from its history. Files \
      of a folder that hold something else are left out, and told of. The exit code is 99 if an execution goes otherwise than recorded, 98 if one can't be run again, 65 if a file has mistakes; then nothing \
      is run.
      """)

  @Argument(help: "Files of recordings, or folders with such files.", completion: .file(extensions: ["json"]))
  var paths: [String]

  @Flag(help: "Print the verdicts as one JSON document.")
  var json = false

  @Flag(name: .shortAndLong, help: "Show executions that go as recorded, too.")
  var verbose = false

  @OptionGroup var display: DisplayOptions

  func execute(on console: Console) throws {
    let read = try paths.flatMap { path throws in
      try InputFolder.isFolder(path) ? recordings(in: path, console) : [(path: path, result: try recordings(at: path))]
    }
    for file in read { console.write(file.result.diagnostics, display) }
    if read.contains(where: { $0.result.diagnostics.hasErrors }) { throw CommandFailure.reported(.invalidInput) }
    let report = ReplayReport(
      read.flatMap { file in
        file.result.recordings.flatMap { recording in
          Replay.verdicts(on: recording).enumerated().map {
            ReplayReport.Line(file: file.path, recording: recording.id, execution: $0.offset + 1, verdict: $0.element)
          }
        }
      })
    if json {
      try console.print(report.json)
    } else if !display.quiet {
      try console.print(report.text(isWhole: verbose))
    }
    if report.different > 0 { throw CommandFailure.reported(.objectiveFailed) }
    if report.notReplayable > 0 { throw CommandFailure.reported(.undecided) }
  }

  private typealias Reading = (recordings: [Recording], diagnostics: [Diagnostic])

  /// What the files of a folder hold, without those that hold no list of recordings; these are told of.
  private func recordings(in folder: String, _ console: Console) throws -> [(path: String, result: Reading)] {
    try InputFolder(folder).files(ending: ".json").compactMap { path in
      let result = try recordings(at: path)
      let isOther = result.diagnostics.contains(where: Recording.isOfOtherFile)
      if isOther { console.note("left out: \(path) holds no list of recordings") }
      return isOther ? nil : (path, result)
    }
  }

  private func recordings(at path: String) throws(CommandFailure) -> Reading {
    Recording.read(try InputFolder.text(at: path, limit: DocumentLimits.bytes))
  }
}
