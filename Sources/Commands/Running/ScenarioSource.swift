import Documents
import Fleet
import Reports
import Scenarios
import Studies

/// A scenario read from its file, and what it was read from.
struct ScenarioSource {
  /// The checked scenario.
  var scenario: Scenario
  /// What was read for it.
  var inputs: [Manifest.Input]
  /// What of it decides what a run does.
  private let simulated: String

  /// Reads and checks a scenario; mistakes and advice are written to the console.
  ///
  /// - Throws: `CommandFailure`: 66 where a file is missing, 65 where there is another mistake.
  init(_ options: ScenarioOptions, _ display: DisplayOptions, on console: Console) throws(CommandFailure) {
    try self.init(options.file, patches: options.patches, overrides: options.settings, injections: options.faults, display, on: console)
  }

  /// Reads and checks a scenario with patch files, overrides and further faults.
  ///
  /// - Throws: `CommandFailure`: 66 where a file is missing, 65 where there is another mistake.
  init(
    _ file: String, patches: [String], overrides: [String], injections: [String], _ display: DisplayOptions, on console: Console
  ) throws(CommandFailure) {
    let files = RecordingFiles(DiskFiles())
    let result = Scenario.load(path: file, patches: patches, overrides: overrides, injections: injections, files: files)
    console.write(result.diagnostics, display)
    guard let scenario = result.scenario else { throw .reported(result.isInputMissing ? .missingInput : .invalidInput) }
    self.scenario = scenario
    simulated = result.simulated
    inputs = files.read
  }

  /// A scenario that was read; nil where it has mistakes.
  init?(_ result: ScenarioResult, inputs: [Manifest.Input]) {
    guard let scenario = result.scenario else { return nil }
    self.scenario = scenario
    simulated = result.simulated
    self.inputs = inputs
  }

  /// The scenario with the command line's seed, if it has one.
  func seeded(_ options: StudyOptions, on console: Console) -> ScenarioSource {
    guard let seed = options.seed else { return self }
    var source = self
    source.scenario.run.seed = seed.seed
    if seed == .random { console.note("seed \(source.scenario.run.seed)") }
    return source
  }

  /// How many replications there are: the command line's, else the scenario's.
  func rule(_ options: StudyOptions) -> ReplicationRule {
    let replications: RunSpec.Replications =
      switch options.replications {
      case .automatic: .automatic
      case .fixed(let count): .fixed(count)
      case nil: scenario.run.replications
      }
    return ReplicationRule(replications, atMost: options.maxReplications)
  }

  /// The scenario as a point of a study.
  ///
  /// - Parameter seriesEvery: the length of an interval of the time series, in nanoseconds; nil: no series.
  func point(_ options: StudyOptions, seriesEvery: Int64? = nil) -> StudyPoint {
    let study = Study(
      scenario, freeTier: options.freeTier, seriesEvery: seriesEvery, engine: options.referenceEngine ? .plain : EngineOptions())
    // The scenario file itself is known by what of it is simulated; what it names is known by its bytes, in the order of the scenario, so
    // that it does not matter where the files are.
    let named = inputs.filter { !$0.path.hasSuffix(".yaml") && !$0.path.hasSuffix(".yml") }.map(\.sha256)
    let parts = [Version.text, simulated] + named + ["seed \(scenario.run.seed)", "every \(seriesEvery ?? 0)"]
    let fleet = SHA256.hex(Array(parts.joined(separator: "\n").utf8))
    return StudyPoint(study) { replication in SHA256.hex(Array("\(fleet) \(replication)".utf8)) }
  }
}
