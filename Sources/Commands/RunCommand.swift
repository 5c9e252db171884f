import ArgumentParser
import Fleet
import Reports
import Scenarios
import Studies

/// Simulates a scenario.
struct RunCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Simulates a scenario: objectives, latency, losses, causes and cost.",
    discussion: """
      The summary goes to the standard output, all else to the standard error. The same scenario and seed give the same bytes. The exit \
      code is 99 if an objective fails, 98 if one is undecided.
      """)

  @OptionGroup var source: ScenarioOptions

  @Option(
    name: [.customShort("o"), .customLong("output")], help: "Write the tables as CSV, summary.json and manifest.json into this folder.",
    completion: .directory)
  var output: String?

  @Flag(help: "Print the results as one JSON document instead of the summary.")
  var json = false

  @Option(help: "How CSV is written: plain for programs, excel for spreadsheets.")
  var csvFlavor = CSVFlavorOption.plain

  @Option(help: ArgumentHelp("Also follow figures over simulated time, in intervals such as 60s; needs -o.", valueName: "duration"))
  var every: DurationOption?

  @OptionGroup var options: StudyOptions

  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if every != nil && output == nil { throw ValidationError("--every needs -o DIR, into which the time series is written") }
  }

  func execute(on console: Console) throws {
    let read = try ScenarioSource(source, display, on: console).seeded(options, on: console)
    let folder = try output.map { path throws(CommandFailure) in try OutputFolder(making: path) }
    let rule = read.rule(options)
    let progress = StudyProgress(on: console, isShown: !display.quiet)
    let runs = StudyRuns(options, watch: progress)
    let results = try runs.results(of: [read.point(options, seriesEvery: every?.nanoseconds)], rule)
    guard let result = results[0] else { throw CommandFailure(.interrupted, "stopped before anything was known") }
    try RunReport(
      result: result, pace: progress.pace, inputs: read.inputs, folder: folder, flavor: csvFlavor.flavor, isJSON: json, display: display
    ).deliver(on: console)
  }
}
