import ArgumentParser
import Documents
import Scenarios
import Statistics
import Studies

/// Simulates a scenario at every combination of some values.
struct SweepCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep", abstract: "Simulates a scenario at every combination of some values: which hold, which is best.",
    discussion: """
      Give --vary once or more, or a --design. All points meet the same demand. The exit code is 0 if a point holds all objectives, else \
      98 if one is undecided, else 99.
      """)

  @OptionGroup var source: ScenarioOptions

  @Option(
    help: ArgumentHelp(
      """
      What to vary: a path as for --set and its values with commas between them, or a range, such as functions.api.memory="128 MB,256 MB" or \
      queues.jobs.delay="0 s..60 s:10 s"; may be given more than once.
      """, valueName: VaryOption.form), transform: VaryOption.factor)
  var vary: [Factor] = []

  @Option(
    help: ArgumentHelp("Take the points from a CSV file instead: paths in the header, a row a point.", valueName: "design.csv"),
    completion: .file(extensions: ["csv"]))
  var design: String?

  @Option(help: ArgumentHelp("Also show this metric, such as api.latency.p99; may be given more than once.", valueName: "metric"))
  var show: [String] = []

  @Option(
    help: ArgumentHelp(
      "Say which point has the least of this metric, or with max: before it the most, and which can't be told from it.", valueName: "metric"
    ))
  var rank: String?

  @Option(help: ArgumentHelp("Say which points are not bettered in both of two metrics.", valueName: "metric,metric"))
  var pareto: String?

  @Flag(help: "Say where the first objective fails and what stands in the way; with one --vary, stop there.")
  var firstFailure = false

  @OptionGroup var results: ResultOptions

  @OptionGroup var options: StudyOptions

  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if vary.isEmpty == (design == nil) { throw ValidationError("sweep needs --vary path=values, once or more, or --design design.csv") }
    try VaryOption.validate(vary)
    if let pareto, GoalOption.pair(pareto, option: "--pareto") == nil {
      throw ValidationError("--pareto '\(pareto)' is not two metrics with a comma between them, as cost.month,api.latency.p99")
    }
    if endsEarly, !options.part.isWhole {
      throw ValidationError("--first-failure with one --vary can't be divided into units: where it ends shows only as it goes")
    }
    if !vary.isEmpty, StudyDesign(every: vary) == nil {
      throw ValidationError("these are more than \(StudyDesign.mostPoints) points; take larger steps")
    }
  }

  /// Whether later points are simulated only where no earlier one fails.
  private var endsEarly: Bool { firstFailure && vary.count == 1 }

  func execute(on console: Console) throws {
    let ranks = rank.map { [GoalOption(option: "--rank", text: $0)] } ?? []
    let trades = pareto.flatMap { GoalOption.pair($0, option: "--pareto") } ?? []
    let asked = show.map { GoalOption(option: "--show", text: $0) } + ranks + trades
    let points = ScenarioPoints(source, try points(), Questions(asked: asked.map(\.asked)), options, display, on: console)
    let read = try points.read(points.design.points.indices)
    let goals = zip(read[0].metrics, asked).map { MetricGoal($0, $1.better) }
    var shown = goals.map(\.name)
    if show.isEmpty, read[0].source.scenario.objectives.isEmpty { shown += Self.standard(read[0].source.scenario) }
    let folder = try results.folder(options)
    let progress = StudyProgress(on: console, isShown: !display.quiet)
    let studies = read.map { point in
      var study = point.source.point(options)
      study.study.asked = shown
      return study
    }
    let runs = StudyRuns(options, watch: progress, folder: folder)
    let found = try self.results(of: studies, read[0].source.rule(options), runs)
    runs.noteFound()
    let sweep = Sweep(
      points.design, found, shown: shown, rank: ranks.isEmpty ? nil : goals[show.count], pareto: Array(goals.suffix(trades.count)))
    if sweep.known.isEmpty { throw CommandFailure(.interrupted, "stopped before anything was known") }
    let delivery = StudyDelivery(sweep, showsFirstFailure: firstFailure, flavor: results.csvFlavor, read.map(\.source), display, console)
    try delivery.deliver(results, into: folder, progress.pace, display, on: console)
    if let status = ExitReason(sweep.outcome) { throw CommandFailure.reported(status) }
  }

  /// The points of the command line or of the design's file.
  private func points() throws(CommandFailure) -> StudyDesign {
    guard let design else { return StudyDesign(every: vary) ?? StudyDesign(paths: [], points: []) }
    let bytes: [UInt8]
    do {
      bytes = try DiskFiles().bytes(at: design, limit: 1 << 28)
    } catch {
      throw CommandFailure(.missingInput, "the design '\(design)' can't be read")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw CommandFailure(.invalidInput, "'\(design)' is not UTF-8") }
    do {
      return try StudyDesign(csv: text)
    } catch {
      throw CommandFailure(.invalidInput, "\(design):\(error.line): \(error.message)")
    }
  }

  /// What is shown where neither objectives nor --show say it: the latencies of the first sources.
  private static func standard(_ scenario: Scenario) -> [MetricName] {
    scenario.traffic.prefix(4).map { source in
      MetricName(text: "\(source.name).latency.p99", subject: .source(source.name), metric: .latency, statistic: .quantile(0.99))
    }
  }

  /// The results of all points, or of one after the other up to the first that fails.
  private func results(of studies: [StudyPoint], _ rule: ReplicationRule, _ runs: StudyRuns) throws(CommandFailure) -> [StudyResult?] {
    guard endsEarly else { return try runs.results(of: studies, rule) }
    var results = [StudyResult?](repeating: nil, count: studies.count)
    for point in studies.indices {
      results[point] = try runs.results(of: [studies[point]], rule)[0]
      if results[point].map({ $0.outcome == .fail || $0.outline.isPartial }) ?? true { break }
    }
    return results
  }
}
