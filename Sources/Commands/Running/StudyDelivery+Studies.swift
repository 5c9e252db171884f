import Reports
import Studies

extension StudyDelivery {
  /// What a sweep's results become.
  init(
    _ sweep: Sweep, showsFirstFailure: Bool, flavor: CSVFlavorOption, _ sources: [ScenarioSource], _ display: DisplayOptions,
    _ console: Console
  ) {
    tables = [("sweep.csv", StudyTables.sweep(sweep, flavor.flavor)), ("points.csv", StudyTables.points(sweep, flavor.flavor))]
    document = StudyDocument.text(sweep)
    summary = SweepSummary(sweep, showsFirstFailure: showsFirstFailure, paint: display.paint(on: console)).text
    results = sweep.known.map(\.result)
    isPartial = sweep.isPartial
    inputs = Self.inputs(of: sources)
  }

  /// What a search's results become.
  init(
    _ solution: Solution, flavor: CSVFlavorOption, _ sources: [ScenarioSource], _ display: DisplayOptions, _ console: Console
  ) {
    tables = [("solve.csv", StudyTables.solve(solution, flavor.flavor))]
    document = StudyDocument.text(solution)
    summary = SolveSummary(solution, paint: display.paint(on: console)).text
    results = solution.points.map(\.result)
    isPartial = solution.outcome == .stopped
    inputs = Self.inputs(of: sources)
  }
}

extension ExitReason {
  /// The exit code of a sweep by what became of the objectives at its best point; nil where they are met.
  init?(_ outcome: ObjectiveVerdict.Outcome) {
    switch outcome {
    case .pass: return nil
    case .undecided: self = .undecided
    case .fail: self = .objectiveFailed
    }
  }

  /// The exit code of a search by what it found; nil where there is an answer that holds.
  init?(_ outcome: Solution.Outcome) {
    switch outcome {
    case .answer, .allHold, .best, .notMonotone(_, _, isComplete: true): return nil
    case .undecided, .notMonotone: self = .undecided
    case .noneHolds: self = .objectiveFailed
    case .stopped: self = .interrupted
    }
  }
}
