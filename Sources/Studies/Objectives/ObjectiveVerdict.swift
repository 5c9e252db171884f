public import Scenarios

/// What became of one objective in a run.
public struct ObjectiveVerdict: Equatable, Sendable {
  /// Whether the objective is met.
  public enum Outcome: String, Equatable, Sendable {
    /// It is met.
    case pass
    /// It is not met.
    case fail = "FAIL"
  }

  /// What was required.
  public var objective: Objective
  /// What was measured, durations in nanoseconds.
  public var figure: Figure
  /// Whether that is enough.
  public var outcome: Outcome

  /// The unit in which the figure is printed.
  public var unit: MetricUnit { MetricUnit(objective.metric, objective.statistic) }

  /// The share of replications in which the objective held, from 0 to 1.
  public var held: Double { outcome == .pass ? 1 : 0 }

  /// Whether the objective makes the run fail: it is not met, and not advisory.
  public var isFailure: Bool { outcome == .fail && !objective.advisory }

  /// Judges an objective on the figure of one replication.
  ///
  /// A figure that is not known to be met is not met: a quantile among unfinished requests counts as infinite, and where nothing
  /// was measured nothing is shown to hold.
  init(_ objective: Objective, figure: Figure) {
    self.objective = objective
    self.figure = figure
    outcome = Self.holds(objective, figure) ? .pass : .fail
  }

  private static func holds(_ objective: Objective, _ figure: Figure) -> Bool {
    switch figure {
    case .above, .missing: false
    case .integer, .real, .money: figure.number.map { objective.comparison.holds($0, objective.value) } ?? false
    }
  }
}
