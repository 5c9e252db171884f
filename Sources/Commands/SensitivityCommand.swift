import ArgumentParser
import Documents
import Reports
import Scenarios
import Statistics
import Studies

/// Says which setting of a scenario matters.
struct SensitivityCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity", abstract: "Says which setting of a scenario matters most to what is measured.",
    discussion: """
      Without --vary the scenario's plain numbers that a planner can turn are varied around what they are. All points meet the same \
      demand. Objectives are not judged.
      """)

  /// How settings are turned.
  enum Method: String, CaseIterable, ExpressibleByArgument {
    case tornado, morris
  }

  @OptionGroup var source: ScenarioOptions

  @Option(
    help: ArgumentHelp(
      "What to vary, over which range: a path as for --set, such as functions.api.memory=\"256..1024 MB\"; may be given more than once.",
      valueName: KnobOption.form), transform: KnobOption.parse)
  var vary: [KnobOption] = []

  @Option(
    help: ArgumentHelp(
      "What is measured, such as api.latency.p99; may be given more than once. By default what objectives name, else costs and latencies.",
      valueName: "metric"))
  var metric: [String] = []

  @Option(help: "One setting after the other (tornado), or random walks through all ranges (morris).")
  var method = Method.tornado

  @Option(help: ArgumentHelp("How far settings are varied to either side where --vary does not say it.", valueName: "percent"))
  var range = "20%"

  @Option(help: ArgumentHelp("How many walks morris makes.", valueName: "r"))
  var trajectories = 10

  @Option(help: ArgumentHelp("How many levels morris divides a range into, an even number.", valueName: "p"))
  var levels = 4

  @OptionGroup var results: ResultOptions

  @OptionGroup var options: StudyOptions

  @OptionGroup var display: DisplayOptions

  /// The most metrics that are shown where none is named.
  private static let mostMetrics = 5

  func validate() throws {
    guard let share, share > 0, share < 1 else { throw ValidationError("--range '\(range)' is not a share such as 20%, below 100%") }
    if !(2...1_000).contains(trajectories) { throw ValidationError("--trajectories must be from 2 to 1000") }
    if levels.isMultiple(of: 2) == false || !(2...100).contains(levels) {
      throw ValidationError("--levels must be an even number from 2 to 100")
    }
    for (index, option) in vary.enumerated() where vary[..<index].contains(where: { $0.path == option.path }) {
      throw ValidationError("--vary \(option.path) is given twice")
    }
  }

  private var share: Double? { range.hasSuffix("%") ? Double(range.dropLast()).map { $0 / 100 } : nil }

  func execute(on console: Console) throws {
    let files = KeptFiles(DiskFiles())
    let base = Scenario.load(path: source.file, overrides: source.settings, injections: source.faults, files: files)
    guard let scenario = base.scenario else {
      console.write(base.diagnostics, display)
      throw CommandFailure.reported(base.isInputMissing ? .missingInput : .invalidInput)
    }
    let knobs = try vary.isEmpty ? turned(base, files, console) : named(base)
    let asked = metric.isEmpty ? Self.metrics(of: scenario) : metric
    let seed = options.seed.map { $0.seed } ?? scenario.run.seed
    let walks = MorrisStudy.design(knobs, levels: levels, trajectories: trajectories, seed: seed)
    guard let design = method == .tornado ? TornadoStudy.points(knobs) : MorrisStudy.points(knobs, walks) else {
      throw CommandFailure(.usage, "both ends of a range must be in one unit")
    }
    let questions = Questions(asked: asked.map { Questions.Asked(option: "--metric", text: $0) })
    let points = ScenarioPoints(source, design, questions, options, display, on: console)
    let read = try points.read(design.points.indices)
    let folder = try results.folder(options)
    let progress = StudyProgress(on: console, isShown: !display.quiet)
    let studies = read.enumerated().map { index, point in
      var point = point
      // Walks have random numbers of their own, so that what differs between them holds what chance does; points of a walk share them.
      let walk = method == .morris ? Int64(index / (knobs.count + 1)) : 0
      point.source.scenario.run.seed = (seed + walk) & SeedOption.largest
      var study = point.source.point(options)
      study.study.asked = point.metrics
      return study
    }
    let runs = StudyRuns(options, watch: progress, folder: folder)
    let found = try runs.results(of: studies, rule(read[0].source)).compactMap(\.self)
    runs.noteFound()
    guard found.count == design.points.count, !found.contains(where: \.outline.isPartial) else {
      throw CommandFailure(.interrupted, "stopped before its end; nothing can be said yet")
    }
    let study: SensitivityReport.Study =
      method == .tornado
      ? .tornado(TornadoStudy(knobs, read[0].metrics, found)) : .morris(MorrisStudy(knobs, walks, read[0].metrics, found))
    let report = SensitivityReport(study, found)
    let delivery = StudyDelivery(
      tables: [("sensitivity.csv", report.csv(results.csvFlavor.flavor))], document: report.json,
      summary: report.text(display.paint(on: console)), results: found, isPartial: false,
      inputs: StudyDelivery.inputs(of: read.map(\.source)))
    try delivery.deliver(results, into: folder, progress.pace, display, on: console)
  }

  /// As many replications as the command line or the scenario says; where that is `auto`, ten, and one for each point of a walk.
  private func rule(_ source: ScenarioSource) -> ReplicationRule {
    if method == .morris, options.replications == nil || options.replications == .automatic { return .fixed(1) }
    return .fixed(source.rule(options).minimum)
  }

  /// The metrics that objectives name, else the month's bill and the sources' latencies.
  private static func metrics(of scenario: Scenario) -> [String] {
    var texts = scenario.objectives.map(\.measured.text)
    if texts.isEmpty { texts = ["cost.month"] + scenario.traffic.map { "\($0.name).latency.p99" } }
    var seen: Set<String> = []
    return Array(texts.filter { seen.insert($0).inserted }.prefix(mostMetrics))
  }

  /// The settings that the command line names, around what the scenario has.
  private func named(_ base: ScenarioResult) throws(CommandFailure) -> [Knob] {
    var knobs: [Knob] = []
    for option in vary {
      guard let text = base.text(at: option.path) else {
        throw CommandFailure(.invalidInput, "--vary \(option.path): the scenario has no plain value there; give it one with --set")
      }
      knobs.append(Knob(path: option.path, base: text, low: option.low, high: option.high))
    }
    return knobs
  }

  /// The settings that can be turned by themselves; which, and which not, is told.
  private func turned(_ base: ScenarioResult, _ files: KeptFiles, _ console: Console) throws(CommandFailure) -> [Knob] {
    let list = base.knobs(range: share ?? 0.2)
    var (knobs, leftOut): ([Knob], [KnobList.LeftOut]) = ([], list.leftOut)
    for knob in list.knobs {
      if let why = refusal(knob, files) {
        leftOut.append(KnobList.LeftOut(path: knob.path, reason: why))
      } else {
        knobs.append(knob)
      }
    }
    if !display.quiet {
      for knob in knobs { console.note("varied: \(knob.path) from \(knob.low) to \(knob.high), now \(knob.base)") }
      for one in leftOut { console.note("left out: \(one.path) \(one.reason)") }
    }
    guard !knobs.isEmpty else { throw CommandFailure(.usage, "the scenario has nothing that is varied by itself; give --vary") }
    return knobs
  }

  /// Why the scenario can't have a setting at one of its ends; nil where it can.
  private func refusal(_ knob: Knob, _ files: KeptFiles) -> String? {
    for value in [knob.low, knob.high] {
      let overrides = source.settings + ["\(knob.path)=\(value)"]
      let result = Scenario.load(path: source.file, overrides: overrides, injections: source.faults, files: files)
      if let fault = result.diagnostics.first(where: { $0.severity == .error }) { return "can't be \(value): \(fault.message)" }
    }
    return nil
  }
}
