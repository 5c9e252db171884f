public import Scenarios

/// What became of one objective in a study.
public struct ObjectiveVerdict: Equatable, Sendable {
  /// Whether the objective is met.
  public enum Outcome: String, Equatable, Sendable {
    /// It is met.
    case pass
    /// It is not met.
    case fail = "FAIL"
    /// Its value lies within the interval of what was measured.
    case undecided
  }

  /// What was required.
  public var objective: Objective
  /// What was measured and how sure it is, durations in nanoseconds.
  public var estimate: Estimate
  /// The share of replications in which the objective held by itself, from 0 to 1.
  public var held: Double
  /// Whether that is enough.
  public var outcome: Outcome

  /// Whether its interval is likely to be too narrow, since a replication has too few values for such a quantile.
  public var isThin = false

  /// What was measured, durations in nanoseconds.
  public var figure: Figure { estimate.figure }

  /// The unit in which the figure is printed.
  public var unit: MetricUnit { MetricUnit(objective.metric, objective.statistic) }

  /// Whether the objective makes the run fail: it is not met, and not advisory.
  public var isFailure: Bool { outcome == .fail && !objective.advisory }

  /// Judges an objective.
  ///
  /// One on a count (other than `within`), a maximum, an equality or with a share of replications is judged in each of them; any other on its interval, or where
  /// there is none on the figure itself. A figure that is not known to be met is not met: a quantile among unfinished requests counts as
  /// infinite, and where nothing was measured nothing is shown to hold.
  init(_ objective: Objective, _ reader: MetricReader) {
    let (subject, metric, part, statistic) = (objective.subject, objective.metric, objective.part, objective.statistic)
    self.objective = objective
    estimate = reader.estimate(subject, metric, part, statistic)
    let each = reader.replications.count == 1 ? [estimate.figure] : reader.figures(ofEach: subject, metric, part, statistic)
    held = Double(each.count { Self.holds(objective, $0) }) / Double(each.count)
    if objective.isJudgedInEach {
      outcome = held >= objective.share ?? 1 ? .pass : .fail
    } else if let interval = estimate.interval, estimate.figure.number != nil {
      outcome = Self.judged(objective, interval)
      if case .quantile(let share) = statistic {
        let count = reader.estimate(subject, metric, part, .count).figure.number ?? 0
        isThin = count * (1 - share) < Self.fewestBeyond
      }
    } else {
      outcome = Self.holds(objective, estimate.figure) ? .pass : .fail
    }
  }

  /// The fewest values of a replication that should lie beyond a quantile whose interval is to be trusted.
  ///
  /// - Source: measured on M/M/10 at 90 % load: with 200 of them the jackknife of ten replications covers 86 % instead of 95 %.
  private static let fewestBeyond = 100.0

  private static func judged(_ objective: Objective, _ interval: FigureInterval) -> Outcome {
    switch (objective.holds(interval.low), objective.holds(interval.high)) {
    case (true, true): return .pass
    case (false, false):
      // An interval that reaches over both ends of what is allowed decides nothing.
      let isAround = objective.comparison == .within && interval.low < objective.value && interval.high > objective.value
      return isAround ? .undecided : .fail
    default: return .undecided
    }
  }

  private static func holds(_ objective: Objective, _ figure: Figure) -> Bool {
    switch figure {
    case .above, .missing: false
    case .integer, .real, .money: figure.number.map { objective.holds($0) } ?? false
    }
  }

  /// Whether more replications are not asked for: it is decided, or its interval is as narrow as is wanted.
  func isSettled(relativeHalfWidth: Double) -> Bool {
    guard outcome == .undecided, let interval = estimate.interval, let number = estimate.figure.number else { return true }
    return interval.relativeHalfWidth(around: number) <= relativeHalfWidth
  }
}

extension Objective {
  /// Whether each replication is judged by itself, and not the interval over all.
  ///
  /// How many there are in a mean replication can be near a value although no replication has just so many.
  var isJudgedInEach: Bool {
    share != nil || comparison == .equal || statistic == .maximum || statistic == .count && comparison != .within
  }
}
