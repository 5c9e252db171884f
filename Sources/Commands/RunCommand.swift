import ArgumentParser
import Reports
import Scenarios
import Studies

/// Simulates a scenario.
struct RunCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Simulates a scenario: objectives, latency, losses, causes and cost.",
    discussion: """
      The summary goes to the standard output, all else to the standard error. The same scenario and seed give the same bytes. The exit \
      code is 99 if an objective fails, 98 if one is undecided.
      """)

  @OptionGroup var source: ScenarioOptions

  @OptionGroup var results: ResultOptions

  @Option(help: ArgumentHelp("Also follow figures over simulated time, in intervals such as 60s; needs -o.", valueName: "duration"))
  var every: DurationOption?

  @Flag(help: "Also say how much of the beginning is warm-up, by MSER-5: for runs in a steady state.")
  var suggestWarmup = false

  @OptionGroup var options: StudyOptions

  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if every != nil && suggestWarmup { throw ValidationError("--suggest-warmup has intervals of its own; leave out --every") }
    if every != nil && results.output == nil && options.part.hasResults {
      throw ValidationError("--every needs -o DIR, into which the time series is written")
    }
  }

  func execute(on console: Console) throws {
    let read = try ScenarioSource(source, display, on: console).seeded(options, on: console)
    let folder = try results.folder(options)
    let rule = read.rule(options)
    let progress = StudyProgress(on: console, isShown: !display.quiet)
    let runs = StudyRuns(options, watch: progress, folder: folder)
    let found = try runs.results(of: [read.point(options, seriesEvery: seriesEvery(read.scenario.run))], rule)
    runs.noteFound()
    guard var result = found[0] else { throw CommandFailure(.interrupted, "stopped before anything was known") }
    if suggestWarmup {
      let run = read.scenario.run
      let text = WarmUpLines.text(WarmUpSuggestion(result, duration: run.duration), configured: run.warmUp)
      result.series = []
      results.json ? console.note(text) : try console.print(text + "\n")
    }
    try RunReport(
      result: result, pace: progress.pace, inputs: read.inputs, folder: folder, flavor: results.csvFlavor.flavor, isJSON: results.json,
      display: display
    ).deliver(on: console)
  }

  /// The length of an interval of the series that is wanted, in nanoseconds; nil where none is.
  private func seriesEvery(_ run: RunSpec) -> Int64? {
    suggestWarmup ? max(1, run.duration / WarmUpSuggestion.intervals) : every?.nanoseconds
  }
}
