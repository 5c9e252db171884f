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

  /// The words of the listed statistics.
  static let words: [Statistic: String] = {
    let listed = Set(ofDurations + [.count, .ratio, .mean, .maximum, .last])
    return Dictionary(uniqueKeysWithValues: listed.map { ($0, $0.word) } + [(.total, "total")])
  }()

  /// The statistics that a metric is listed with.
  static func statistics(of metric: Metric, _ subject: Objective.Subject) -> [Statistic] {
    switch metric.kind {
    case .count: metric.isWhole ? [.count] : [.count, .ratio]
    case .ratio: [.ratio]
    case .durations: ofDurations
    case .level where metric == .messages: [.mean, .maximum, .last]
    case .level: subject == .all && metric == .instances ? [.mean] : [.mean, .maximum]
    case .seconds, .money: [.total]
    }
  }

  /// The kinds of elements in the order in which tables list them.
  private static let kinds: [ElementKind] =
    [.source, .function] + ElementKind.allCases.filter { $0 != .source && $0 != .function }

  /// Every listed value of a run: of all together, the account, each source, each function, each other element by kind.
  ///
  /// - Complexity: O(elements), times the bins of a histogram.
  static func values(_ reader: MetricReader, _ pool: WorkPool) -> [MetricValue] {
    var values: [MetricValue] = []
    for (subject, scope, metrics) in [
      (Objective.Subject.cost, MetricScope.cost, Metric.ofCost), (.all, .all, Metric.ofAll), (.account, .account, Metric.ofAccount),
    ] {
      for metric in metrics { add(subject, scope, metric, reader, to: &values) }
    }
    let elements = kinds.flatMap { kind in
      let first = reader.scenario.first(of: kind)
      return reader.scenario.names(of: kind).enumerated().map { (kind: kind, index: first + $0.offset, name: $0.element) }
    }
    return values
      + pool.map(elements.count) {
        let (kind, index, name) = elements[$0]
        var values: [MetricValue] = []
        for metric in Metric.all(of: kind) where reader.lists(metric, of: kind, index) {
          add(.element(kind, name), .element(kind, index, name), metric, reader, to: &values)
          if metric == .`init` { addParts(.element(kind, name), index, reader, to: &values) }
        }
        return values
      }.joined()
  }

  private static func add(
    _ subject: Objective.Subject, _ scope: MetricScope, _ metric: Metric, _ reader: MetricReader, to values: inout [MetricValue]
  ) {
    let statistics = statistics(of: metric, subject)
    for (statistic, estimate) in zip(statistics, reader.estimates(scope, metric, statistics)) {
      values.append(MetricValue(subject: subject, metric: metric, statistic: statistic, estimate: estimate))
    }
  }

  private static func addParts(_ subject: Objective.Subject, _ function: Int, _ reader: MetricReader, to values: inout [MetricValue]) {
    for part in StartPart.allCases {
      for (statistic, estimate) in zip(ofStartPart, reader.estimates(ofFunction: function, part: part, ofStartPart)) {
        values.append(MetricValue(subject: subject, metric: .`init`, part: part, statistic: statistic, estimate: estimate))
      }
    }
  }
}
