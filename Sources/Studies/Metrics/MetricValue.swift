public import Fleet
public import Scenarios

/// One figure of a run by the words of the scenario's objectives: whose, which metric, which statistic.
public struct MetricValue: Equatable, Sendable {
  /// Whose metric it is.
  public var subject: Objective.Subject
  /// Which metric.
  public var metric: Metric
  /// Which part of a cold start, for the parts of ``Metric/init``; nil for the metric itself.
  public var part: StartPart?
  /// Which statistic of it.
  public var statistic: Statistic
  /// The figure and how sure it is, durations in nanoseconds.
  public var estimate: Estimate

  /// The figure, durations in nanoseconds.
  public var figure: Figure { estimate.figure }

  /// The unit in which the figure is printed.
  public var unit: MetricUnit { MetricUnit(metric, statistic) }

  /// The replications behind the figure.
  public var replications: Int { estimate.replications }

  /// The kind of thing that the metric belongs to.
  public var scopeType: String { subject.scopeType }

  /// The name of what the metric belongs to.
  public var scope: String { subject == .cost ? "all" : subject.name }

  /// The metric's word, with the part of a cold start behind it.
  public var word: String { metric.rawValue + (part.map { ".\($0.name)" } ?? "") }

  /// The statistic's word, `total` for a sum.
  public var statisticWord: String { MetricList.words[statistic] ?? statistic.word }
}
