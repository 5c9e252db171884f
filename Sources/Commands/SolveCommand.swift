import ArgumentParser
import Scenarios
import Statistics
import Studies

/// Searches the value of a setting at which requirements hold.
struct SolveCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve", abstract: "Searches the smallest, largest or cheapest setting at which requirements hold.",
    discussion: """
      Values are looked at by bisection, each with as many runs as it takes to decide, and all with the same demand; the answer's neighbours \
      are looked at too. The exit code is 99 if no value holds, 98 if the answer is undecided.
      """)

  @OptionGroup var source: ScenarioOptions

  @Option(
    help: ArgumentHelp(
      "What to vary: a path as for --set and a range or list of values in ascending order, such as functions.api.reservedConcurrency=1..400.",
      valueName: VaryOption.form), transform: VaryOption.factor)
  var vary: Factor

  @Option(
    help: ArgumentHelp(
      "What must hold, as objectives are written, instead of the scenario's objectives; may be given more than once.", valueName: "expr"))
  var require: [String] = []

  @Flag(help: "Search the largest value that holds, smaller ones holding too, instead of the smallest.")
  var largest = false

  @Option(help: ArgumentHelp("Look at every value, and take the one that holds with the least of this metric.", valueName: "metric"))
  var minimize: String?

  @Option(help: ArgumentHelp("Look at every value, and take the one that holds with the most of this metric.", valueName: "metric"))
  var maximize: String?

  @Option(help: ArgumentHelp("Also show this metric, such as api.latency.p99; may be given more than once.", valueName: "metric"))
  var show: [String] = []

  @OptionGroup var results: ResultOptions

  @OptionGroup var options: StudyOptions

  @OptionGroup var display: DisplayOptions

  func validate() throws {
    let goals = [minimize != nil, maximize != nil, largest].count { $0 }
    if !options.part.isWhole { throw ValidationError("a search can't be divided into units: each value is chosen by what came of others") }
    if goals > 1 { throw ValidationError("give only one of --largest, --minimize and --maximize") }
  }

  func execute(on console: Console) throws {
    let best = [
      minimize.map { GoalOption(option: "--minimize", text: $0) },
      maximize.map { GoalOption(option: "--maximize", text: $0, standard: .larger) },
    ].compactMap(\.self)
    let asked = best + show.map { GoalOption(option: "--show", text: $0) }
    let design = StudyDesign(paths: [vary.path], points: vary.values.map { [$0] })
    let points = ScenarioPoints(
      source, design, Questions(requirements: require, asked: asked.map(\.asked)), options, display, on: console)
    let first = try firstPoint(points)
    let goal: Solution.Goal = best.first.map { .best(MetricGoal(first.metrics[0], $0.better)) } ?? .end(largest ? .largest : .smallest)
    let folder = try results.folder()
    let progress = StudyProgress(on: console, isShown: !display.quiet)
    let runs = StudyRuns(options, watch: progress, folder: folder)
    let rule = ReplicationRule.deciding(first.source.rule(options))
    var sources: [ScenarioSource] = []
    let solver = Solver(vary, goal, shown: first.metrics)
    let solution = try solver.solve { (index: Int) throws(CommandFailure) -> StudyResult? in
      let point = try points.read(CollectionOfOne(index), isFurther: true)[0]
      sources.append(point.source)
      var study = point.source.point(options)
      study.study.asked = point.metrics
      return try runs.results(of: [study], rule)[0]
    }
    runs.noteFound()
    if solution.points.isEmpty { throw CommandFailure(.interrupted, "stopped before anything was known") }
    let delivery = StudyDelivery(solution, flavor: results.csvFlavor, sources, display, console)
    try delivery.deliver(results, into: folder, progress.pace, display, on: console)
    if let status = ExitReason(solution.outcome) { throw CommandFailure.reported(status) }
  }

  /// The values of which all are checked before anything is simulated; of more only those at both ends.
  private static let mostChecked = 32

  /// Checks the scenario before anything is simulated.
  ///
  /// - Throws: `CommandFailure`, of all that was looked at together.
  private func firstPoint(_ points: ScenarioPoints) throws -> ScenarioPoints.Point {
    let count = vary.values.count
    let read = try points.read(count <= Self.mostChecked ? Array(0..<count) : [0, count - 1])
    guard read.allSatisfy({ !$0.source.scenario.objectives.isEmpty }) else {
      throw CommandFailure(
        .usage, "nothing is required: give --require, as --require 'api.throttle_ratio < 0.1%', or objectives in the file")
    }
    return read[0]
  }
}
