import Billing
import Documents
import Reports
import Scenarios

/// A scenario read from its file, and what it was read from.
struct ScenarioSource {
  /// The checked scenario.
  var scenario: Scenario
  /// What was read for it.
  var inputs: [Manifest.Input]

  /// Reads and checks a scenario; mistakes and advice are written to the console.
  ///
  /// - Throws: `CommandFailure`: 66 where a file is missing, 65 where there is another mistake.
  init(_ options: ScenarioOptions, _ display: DisplayOptions, on console: Console) throws(CommandFailure) {
    let files = RecordingFiles(DiskFiles())
    let reading = ScenarioReader.read(options.file, settings: options.settings, files: files)
    Self.write(reading.diagnostics, display, on: console)
    guard let scenario = reading.scenario else {
      let mistakes = reading.diagnostics.filter { $0.severity == .error }
      let missing = mistakes.allSatisfy { [Rule.fileMissing, .fileUnreadable].contains($0.finding.rule) }
      throw .reported(missing && !mistakes.isEmpty ? .missingInput : .invalidInput)
    }
    self.scenario = scenario
    inputs = files.read
  }

  private static func write(_ diagnostics: [Diagnostic], _ display: DisplayOptions, on console: Console) {
    for diagnostic in diagnostics where diagnostic.severity == .error || !display.quiet {
      switch display.errorFormat {
      case .text: _ = console.error(diagnostic.rendered)
      case .json: console.note(diagnostic.json.compact)
      }
    }
  }
}
