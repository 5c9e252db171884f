import ArgumentParser
import Documents
import Reports
import Scenarios
import Studies

/// Simulates the cases of test files and says whether what they expect holds.
struct TestCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Simulates the cases of test files and says which of their expectations hold.",
    discussion: """
      A case is a scenario with values and faults laid over it, and what is expected of it. Each is simulated once unless it says \
      otherwise. The same files give the same bytes. The exit code is 99 if an expectation fails, 98 if one is undecided, 65 if a file has \
      mistakes; then nothing is simulated.
      """)

  @Argument(help: "The test files.", completion: .file(extensions: ["yaml", "yml"]))
  var files: [String]

  @Flag(help: "Print the results as one JSON document.")
  var json = false

  @Option(help: ArgumentHelp("Also write the results as JUnit's XML into this file.", valueName: "file"), completion: .file())
  var junit: String?

  @Flag(name: .shortAndLong, help: "Show expectations that are met, too.")
  var verbose = false

  @Option(name: .shortAndLong, help: ArgumentHelp("How many runs go on at once; by default as many as there are cores.", valueName: "N"))
  var jobs: Int?

  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if let jobs, !(1...1_024).contains(jobs) { throw ValidationError("--jobs must be from 1 to 1024") }
  }

  func execute(on console: Console) throws {
    let tests = try read(on: console)
    let cases = tests.flatMap { tests in tests.cases.map { (file: tests.file, test: $0) } }
    let progress = StudyProgress(on: console, isShown: !display.quiet)
    let results = try StudyRuns.results(
      ofEach: cases.map { (StudyPoint(Study($0.test.scenario)), ReplicationRule($0.test.scenario.run.replications)) },
      jobs: jobs ?? StudyOptions.cores, watch: progress)
    let verdicts = zip(cases, results).compactMap { one, result in
      result.flatMap { $0.outline.isPartial ? nil : CaseVerdict(one.test, in: one.file, $0) }
    }
    try deliver(verdicts, on: console)
    if verdicts.count < cases.count {
      throw CommandFailure(.interrupted, "stopped before its end; \(cases.count - verdicts.count) cases are not shown")
    }
    if verdicts.count(of: .fail) > 0 { throw CommandFailure.reported(.objectiveFailed) }
    if verdicts.count(of: .undecided) > 0 { throw CommandFailure.reported(.undecided) }
  }

  /// Reads all files; advice on scenarios is left to `check`.
  private func read(on console: Console) throws(CommandFailure) -> [TestFile] {
    let results = files.map { TestFile.load(path: $0) }
    for result in results { console.write(result.diagnostics.filter { $0.severity == .error }, display) }
    let tests = results.compactMap(\.tests)
    if tests.count == files.count { return tests }
    throw .reported(results.contains { $0.tests == nil && !$0.isInputMissing } ? .invalidInput : .missingInput)
  }

  private func deliver(_ verdicts: [CaseVerdict], on console: Console) throws(CommandFailure) {
    let report = CaseReport(verdicts)
    if let junit { try OutputFolder.replace(junit, report.junit) }
    if json {
      try console.print(report.json)
    } else if !display.quiet {
      try console.print(report.text(display.paint(on: console), isWhole: verbose))
    }
  }
}
