public import Scenarios
public import Statistics

/// A metric by which points of a study are preferred to others.
public struct MetricGoal: Equatable, Sendable {
  /// The metric.
  public var name: MetricName
  /// Which of its values are better.
  public var better: Preference

  /// A metric, and which of its values are better.
  public init(_ name: MetricName, _ better: Preference) {
    self.name = name
    self.better = better
  }
}

extension StudyResult {
  /// The figure of a metric that was asked for; nil where it was not.
  public func asked(_ name: MetricName) -> MetricValue? {
    asked.first { ($0.subject, $0.metric, $0.part, $0.statistic) == (name.subject, name.metric, name.part, name.statistic) }
  }

  /// The number by which a goal judges the result: of a quantile among unfinished requests infinity, nil where nothing was measured.
  func number(_ goal: MetricGoal) -> Double? {
    guard let figure = asked(goal.name)?.figure else { return nil }
    if case .above = figure { return .infinity }
    return figure.number
  }
}
