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
      code is 99 if an objective fails.
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

  @Option(help: ArgumentHelp("The seed of all draws, up to 9007199254740991, instead of the scenario's.", valueName: "N|random"))
  var seed: SeedOption?

  @Option(help: ArgumentHelp("Also follow figures over simulated time, in intervals such as 60s; needs -o.", valueName: "duration"))
  var every: DurationOption?

  @Flag(inversion: .prefixedNo, help: "Count the free tier of the price book in a month's bill.")
  var freeTier = true

  @Flag(help: "Simulate the plainest way, without fast paths: slower, for the same bytes.")
  var referenceEngine = false

  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if every != nil && output == nil { throw ValidationError("--every needs -o DIR, into which the time series is written") }
  }

  func execute(on console: Console) throws {
    var read = try ScenarioSource(source, display, on: console)
    if let seed { read.scenario.run.seed = seed.seed }
    if seed == .random { console.note("seed \(read.scenario.run.seed)") }
    let folder = try output.map { path throws(CommandFailure) in try OutputFolder(making: path) }
    let study = Study(
      read.scenario, freeTier: freeTier, seriesEvery: every?.nanoseconds, engine: referenceEngine ? .plain : EngineOptions())
    let line = ProgressLine(on: console, isShown: !display.quiet, goal: read.scenario.run.duration)
    let record = try simulate(study, line)
    let pace = line.pace(record.endedAt, record.events)
    line.clear()
    try RunReport(
      result: study.result(of: record), pace: pace, inputs: read.inputs, folder: folder, flavor: csvFlavor.flavor, isJSON: json,
      display: display
    ).deliver(on: console)
  }

  private func simulate(_ study: Study, _ line: ProgressLine) throws(CommandFailure) -> RunRecord {
    Interruption.watch()
    do {
      return try study.simulate { simulated, events in
        line.show(simulated: simulated, events: events)
        return !Interruption.isNoted
      }
    } catch {
      line.clear()
      throw failure(error)
    }
  }

  private func failure(_ failure: RunFailure) -> CommandFailure {
    switch failure {
    case .standstill(let function, let time):
      CommandFailure(
        .invalidInput,
        "more than \(Run.mostEventsAtOnce) events at \(Humane.duration(Double(time))) without time going on, the last at function '\(function)'; look for a step or user that takes no time"
      )
    case .tooManyWaits(let time):
      CommandFailure(
        .invalidInput,
        "more waits at \(Humane.duration(Double(time))) than can be kept; requests pile up, so lower the rate or the duration")
    }
  }
}
