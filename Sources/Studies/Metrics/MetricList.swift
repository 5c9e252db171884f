import Fleet
import Scenarios

/// Which metrics and statistics the tables list, in their order.
enum MetricList {
  /// The statistics of a distribution of durations.
  static let ofDurations: [Statistic] = [
    .count, .mean, .quantile(0.5), .quantile(0.9), .quantile(0.95), .quantile(0.99), .quantile(0.999), .maximum,
  ]

  /// The statistics of one part of a cold start.
  static let ofStartPart: [Statistic] = [.mean, .quantile(0.99)]

  /// The statistics that a metric is listed with.
  static func statistics(of metric: Metric, _ subject: Objective.Subject) -> [Statistic] {
    switch metric.kind {
    case .count: metric == .requests || metric == .invocations ? [.count] : [.count, .ratio]
    case .ratio: [.ratio]
    case .durations: ofDurations
    case .level: subject == .all && metric == .instances ? [.mean] : [.mean, .maximum]
    case .seconds, .money: [.total]
    }
  }

  /// Every listed value of a run: of all together, the account, each source, each function.
  ///
  /// - Complexity: O(functions + sources), times the bins of a histogram.
  static func values(_ reader: MetricReader) -> [MetricValue] {
    var values = list(.cost, Metric.ofCost, reader) + list(.all, Metric.ofAll, reader) + list(.account, Metric.ofAccount, reader)
    for source in reader.scenario.traffic { values += list(.source(source.name), Metric.ofSource, reader) }
    for function in reader.scenario.functions {
      for metric in Metric.ofFunction {
        values += list(.function(function.name), [metric], reader)
        if metric == .`init` { values += parts(of: function.name, reader) }
      }
    }
    return values
  }

  private static func list(_ subject: Objective.Subject, _ metrics: [Metric], _ reader: MetricReader) -> [MetricValue] {
    metrics.flatMap { metric in
      let statistics = statistics(of: metric, subject)
      return zip(statistics, reader.figures(subject, metric, statistics)).map { statistic, figure in
        MetricValue(subject: subject, metric: metric, statistic: statistic, figure: figure)
      }
    }
  }

  private static func parts(of function: String, _ reader: MetricReader) -> [MetricValue] {
    StartPart.allCases.flatMap { part in
      zip(ofStartPart, reader.figures(ofFunction: function, part: part, ofStartPart)).map { statistic, figure in
        MetricValue(subject: .function(function), metric: .`init`, part: part, statistic: statistic, figure: figure)
      }
    }
  }
}
