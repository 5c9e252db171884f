import Documents
import Reports
import Scenarios
import Studies

/// Reads the scenario at the points of a design.
struct ScenarioPoints {
  /// What is varied.
  let design: StudyDesign

  private let options: ScenarioOptions
  private let questions: Questions
  private let display: DisplayOptions
  private let console: Console
  private let files = KeptFiles(DiskFiles())
  /// The command line's seed, drawn once for all points.
  private let seed: Int64?

  /// - Parameters:
  ///   - options: the scenario and what is laid over it at every point.
  ///   - questions: what is asked of it at every point.
  init(
    _ options: ScenarioOptions, _ design: StudyDesign, _ questions: Questions, _ study: StudyOptions, _ display: DisplayOptions,
    on console: Console
  ) {
    (self.options, self.design, self.questions, self.display, self.console) = (options, design, questions, display, console)
    seed = study.seed?.seed
    if study.seed == .random, let seed { console.note("seed \(seed)") }
  }

  /// One point: its scenario, and the metrics that are asked for.
  struct Point {
    var source: ScenarioSource
    var metrics: [MetricName]
  }

  /// The scenario at some points.
  ///
  /// The mistakes and advice of all of them are written to the console, each once.
  ///
  /// - Parameter isFurther: whether points were read before, so that advice was given and only mistakes are told.
  /// - Throws: `CommandFailure`: 66 where a file is missing, 65 where there is another mistake.
  func read(_ points: some Collection<Int>, isFurther: Bool = false) throws(CommandFailure) -> [Point] {
    var read: [Point] = []
    var found: [(diagnostic: Diagnostic, points: [Int])] = []
    var places: [String: Int] = [:]
    var isMissing = false
    for point in points {
      let recording = RecordingFiles(files)
      let result = Scenario.load(
        path: options.file, patches: options.patches, overrides: options.settings + design.overrides(of: point),
        injections: options.faults, questions: questions, files: recording)
      for diagnostic in result.diagnostics {
        let place = places[diagnostic.summary, default: found.count]
        places[diagnostic.summary] = place
        if place == found.count { found.append((diagnostic, [])) }
        found[place].points.append(point)
      }
      isMissing = isMissing || result.isInputMissing
      guard var source = ScenarioSource(result, inputs: recording.read) else { continue }
      if let seed { source.scenario.run.seed = seed }
      read.append(Point(source: source, metrics: result.metrics))
    }
    for (diagnostic, at) in found where !isFurther || diagnostic.severity == .error {
      write(diagnostic, at: at, of: isFurther ? design.points.count : points.count)
    }
    guard read.count == points.count else { throw .reported(isMissing ? .missingInput : .invalidInput) }
    return read
  }

  /// Writes what was found, with the point where it was unless it was at every one.
  private func write(_ diagnostic: Diagnostic, at points: [Int], of count: Int) {
    guard diagnostic.severity == .error || !display.quiet else { return }
    if display.errorFormat == .json, case .members(let members) = diagnostic.json {
      let numbers = JSONValue.array(points.map { .integer(Int64($0 + 1)) })
      return console.note(JSONValue.members(members + [JSONValue.Member("points", numbers)]).compact)
    }
    if points.count < count, let first = points.first {
      let others = points.count - 1
      let more = others == 0 ? "" : others == 1 ? ", and at 1 more point" : ", and at \(others) more points"
      console.note("at point \(first + 1) (\(design.overrides(of: first).joined(separator: ", ")))\(more):")
    }
    console.write([diagnostic], display)
  }
}
