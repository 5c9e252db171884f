import Fleet
import Reports
import Studies

/// Carries out the runs of a command, and says why they can't be.
struct StudyRuns {
  private let runner: StudyRunner
  private let progress: StudyProgress

  /// - Parameters:
  ///   - options: how runs are carried out.
  ///   - progress: what is shown of them.
  init(_ options: StudyOptions, watch progress: StudyProgress, store: (any RunStore)? = nil) {
    self.init(jobs: options.threads, watch: progress, store: store)
  }

  /// - Parameters:
  ///   - jobs: how many runs go on at once.
  ///   - progress: what is shown of them.
  init(jobs: Int, watch progress: StudyProgress, store: (any RunStore)? = nil) {
    self.progress = progress
    runner = StudyRunner(RunSettings(jobs: jobs, store: store, watch: progress))
  }

  /// The results of some points, as ``StudyRunner/results(of:_:)`` gives them.
  ///
  /// - Throws: `CommandFailure` (65) where a run can't be brought to its end.
  func results(of points: [StudyPoint], _ rule: ReplicationRule) throws(CommandFailure) -> [StudyResult?] {
    Interruption.watch()
    defer { progress.clear() }
    do {
      return try runner.results(of: points, rule)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The results of some points that have nothing to do with one another, as ``StudyRunner/results(ofEach:)`` gives them.
  ///
  /// - Throws: `CommandFailure` (65) where a run can't be brought to its end.
  func results(ofEach points: [(point: StudyPoint, rule: ReplicationRule)]) throws(CommandFailure) -> [StudyResult?] {
    Interruption.watch()
    defer { progress.clear() }
    do {
      return try runner.results(ofEach: points)
    } catch {
      throw CommandFailure(error)
    }
  }
}

extension CommandFailure {
  /// Why a run could not be brought to its end.
  fileprivate init(_ failure: RunFailure) {
    switch failure {
    case .standstill(let function, let time):
      self.init(
        .invalidInput,
        "more than \(Run.mostEventsAtOnce) events at \(Humane.duration(Double(time))) without time going on, the last at function '\(function)'; look for a step or user that takes no time"
      )
    case .tooManyWaits(let time):
      self.init(
        .invalidInput,
        "more waits at \(Humane.duration(Double(time))) than can be kept; requests pile up, so lower the rate or the duration")
    }
  }
}
