public import Fleet

/// A metric and a statistic of it as a text names them: `api.latency.p99`, `cost.month`.
public struct MetricName: Equatable, Sendable {
  /// The text.
  public var text: String
  /// Whose metric it is.
  public var subject: Objective.Subject
  /// Which metric.
  public var metric: Metric
  /// Which part of it: only cold starts have parts.
  public var part: StartPart?
  /// Which statistic of it.
  public var statistic: Statistic

  /// A metric's name from its parts.
  public init(text: String, subject: Objective.Subject, metric: Metric, part: StartPart? = nil, statistic: Statistic) {
    self.text = text
    self.subject = subject
    self.metric = metric
    self.part = part
    self.statistic = statistic
  }
}

extension Objective {
  /// What is measured for it.
  public var measured: MetricName {
    let words = text.prefix { !" <>=".contains($0) }
    return MetricName(text: String(words), subject: subject, metric: metric, part: part, statistic: statistic)
  }
}
