import Fleet
import Reports
import Scenarios
import Studies

/// Carries out the runs of a command, or the part of them that is asked for, and says why they can't be.
///
/// With a folder for results, what comes of each run is kept there until they are written: a study that was stopped goes on where it was.
struct StudyRuns {
  private let options: StudyOptions
  private let progress: StudyProgress
  /// Where what comes of runs is kept; nil: nowhere.
  private let store: FolderRunStore?

  /// - Parameters:
  ///   - options: how runs are carried out.
  ///   - progress: what is shown of them.
  ///   - folder: the folder for the study's results, if they are wanted.
  init(_ options: StudyOptions, watch progress: StudyProgress, folder: OutputFolder? = nil) {
    self.options = options
    self.progress = progress
    store = folder.map { FolderRunStore(in: $0.path) }
  }

  /// The results of some points, as ``StudyRunner/results(of:_:)`` gives them.
  ///
  /// - Throws: `CommandFailure`: 65 where a run can't be brought to its end or is not what was planned; 75 where the engine was lost or units
  ///   are missing; `done` where a part was asked for that has no results.
  func results(of points: [StudyPoint], _ rule: ReplicationRule) throws(CommandFailure) -> [StudyResult?] {
    Interruption.watch()
    defer { progress.clear() }
    switch options.part.part {
    case .whole: return try whole(points, rule)
    case .plan(let chunk): try plan(points, rule, chunk: chunk)
    case .unit(let span, let folder): try work(span, of: points, folder)
    case .merge(let folder):
      try Merge(UnitsFile(folder), of: points).check()
      return try run(points, rule, RunSettings(jobs: options.threads, store: FolderRunStore(in: folder), watch: progress))
    }
    throw .reported(.done)
  }

  /// The whole study, here or by an engine.
  private func whole(_ points: [StudyPoint], _ rule: ReplicationRule) throws(CommandFailure) -> [StudyResult?] {
    var settings = RunSettings(jobs: options.threads, watch: progress)
    // One run that is stopped has nothing that is worth keeping.
    settings.store = points.count == 1 && rule.maximum == 1 && options.distribution.engine == .local ? nil : store
    var engine: DaskEngine?
    if options.distribution.engine == .dask {
      guard let store else { throw CommandFailure(.usage, "--engine dask needs -o DIR, where finished runs are kept") }
      engine = try DaskEngine(options, study: study(points), into: store, watch: progress)
      settings.engine = engine
    }
    let results = try run(points, rule, settings)
    if let loss = engine?.loss { throw loss }
    return results
  }

  /// Says how many of the runs a study that was stopped had left.
  func noteFound() {
    guard let store, store.found > 0, !progress.isQuiet else { return }
    progress.console.note("\(store.found) of \(progress.pace.runs) runs were there, in \(store.path)")
  }

  /// Prints the units of a study.
  private func plan(_ points: [StudyPoint], _ rule: ReplicationRule, chunk: Int) throws(CommandFailure) {
    let line = study(points) + ["--replications", String(rule.minimum)]
    for span in UnitSpan.all(of: points, 0..<rule.minimum, chunk: chunk) {
      try progress.console.print(WorkUnit(span, of: points, study: line).line)
    }
  }

  /// Does one unit.
  private func work(_ span: UnitSpan, of points: [StudyPoint], _ folder: String?) throws(CommandFailure) {
    guard span.isCurrent(in: points) else { throw Merge.changed("the unit was") }
    let store: any RunStore = folder.map { FolderRunStore(in: $0) } ?? PrintedRuns(on: progress.console)
    let kept = CheckedStore(store)
    let runner = StudyRunner(RunSettings(jobs: options.threads, store: kept, watch: progress))
    let isDone: Bool
    do {
      isDone = try runner.carryOut(points[span.point], span.replications)
    } catch {
      throw kept.hasFailed ? CheckedStore.failure : CommandFailure(error)
    }
    if kept.hasFailed { throw CheckedStore.failure }
    if !isDone { throw CommandFailure(.interrupted, "stopped before the unit's end") }
  }

  private func run(_ points: [StudyPoint], _ rule: ReplicationRule, _ settings: RunSettings) throws(CommandFailure) -> [StudyResult?] {
    do {
      return try StudyRunner(settings).results(of: points, rule)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The results of some points that have nothing to do with one another, as ``StudyRunner/results(ofEach:)`` gives them.
  ///
  /// - Parameters:
  ///   - jobs: how many runs go on at once.
  ///   - progress: what is shown of them.
  /// - Throws: `CommandFailure` (65) where a run can't be brought to its end.
  static func results(
    ofEach points: [(point: StudyPoint, rule: ReplicationRule)], jobs: Int, watch progress: StudyProgress
  ) throws(CommandFailure) -> [StudyResult?] {
    Interruption.watch()
    defer { progress.clear() }
    do {
      return try StudyRunner(RunSettings(jobs: jobs, watch: progress)).results(ofEach: points)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The study's command line, with the seed that was drawn for it where one was.
  private func study(_ points: [StudyPoint]) -> [String] {
    let drawn = options.seed == .random ? points.first.map { ["--seed", String($0.study.scenario.run.seed)] } : nil
    return progress.console.arguments + (drawn ?? [])
  }
}

extension CommandFailure {
  /// Why a run could not be brought to its end.
  fileprivate init(_ failure: RunFailure) {
    switch failure {
    case .standstill(let place, let time):
      self.init(
        .invalidInput,
        "more than \(Run.mostEventsAtOnce) events at \(Humane.duration(Double(time))) without time going on, the last at \(place); look for a step, user or state that takes no time"
      )
    case .tooManyWaits(let time):
      self.init(
        .invalidInput,
        "more waits at \(Humane.duration(Double(time))) than can be kept; requests pile up, so lower the rate or the duration")
    }
  }
}
