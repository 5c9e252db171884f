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
    let result = Scenario.load(path: options.file, overrides: options.settings, injections: options.faults, files: files)
    console.write(result.diagnostics, display)
    guard let scenario = result.scenario else { throw .reported(result.isInputMissing ? .missingInput : .invalidInput) }
    self.scenario = scenario
    inputs = files.read
  }
}
