import Fleet
import Scenarios

/// Reads any statistic of any metric off a study's replications: the one place where the words of objectives and tables get their numbers.
struct MetricReader: Sendable {
  let scenario: Scenario
  /// What all replications recorded, added up.
  let pooled: RecordReader
  /// What each replication recorded; at least one.
  let replications: [RecordReader]
  /// The bill of a mean replication.
  let costs: CostTable

  private let places: [Objective.Subject: Int]

  /// - Parameters:
  ///   - scenario: the scenario that was simulated.
  ///   - replications: what each replication recorded, at least one.
  ///   - pooled: all of it added up.
  init(scenario: Scenario, replications: [RecordReader], pooled: RecordReader) {
    precondition(!replications.isEmpty, "no replication to read")
    self.scenario = scenario
    self.replications = replications
    self.pooled = pooled
    costs = pooled.costs
    var places: [Objective.Subject: Int] = [:]
    for kind in ElementKind.allCases {
      let first = scenario.first(of: kind)
      for (index, name) in scenario.names(of: kind).enumerated() { places[.element(kind, name)] = first + index }
    }
    self.places = places
  }

  /// What all replications recorded, added up.
  var record: RunRecord { pooled.record }

  /// The length of one replication's measured window, in seconds.
  private var window: Double { Double(record.window.upperBound - record.window.lowerBound) / 1e9 }

  /// The length of all measured windows together, in seconds: by it are divided what was added up.
  var windowSeconds: Double { window * Double(replications.count) }

  /// How often something happened for each second of the measured windows; 0 where they have no length.
  ///
  /// - Parameter count: of all replications together.
  func perSecond(_ count: Int64) -> Double { windowSeconds > 0 ? Double(count) / windowSeconds : 0 }

  /// The scope of a subject; nil where the scenario does not know its name.
  func scope(of subject: Objective.Subject) -> MetricScope? {
    switch subject {
    case .element(let kind, let name): places[subject].map { .element(kind, $0, name) }
    case .account: .account
    case .all: .all
    case .cost: .cost
    }
  }

  /// The estimate of a statistic of a metric, or of a part of it; `missing` where the run does not measure it.
  func estimate(_ subject: Objective.Subject, _ metric: Metric, _ part: StartPart? = nil, _ statistic: Statistic) -> Estimate {
    estimator(subject, metric, part).map { $0.estimates([statistic])[0] } ?? Estimate(.missing)
  }

  /// What each replication by itself says of a statistic of a metric, or of a part of it.
  func figures(ofEach subject: Objective.Subject, _ metric: Metric, _ part: StartPart? = nil, _ statistic: Statistic) -> [Figure] {
    guard let estimator = estimator(subject, metric, part) else { return replications.map { _ in .missing } }
    return estimator.readings.map { $0.figures([statistic], window: window)[0] }
  }

  private func estimator(_ subject: Objective.Subject, _ metric: Metric, _ part: StartPart?) -> Estimator? {
    guard let scope = scope(of: subject) else { return nil }
    if let part, case .element(let kind, let index, _) = scope, kind == .function || kind == .container {
      return Estimator(readings: replications.map { $0.reading(ofFunction: index, part: part) }, window: window)
    }
    return Estimator(readings: replications.map { $0.reading(scope, metric) }, window: window)
  }

  /// Estimates of a metric, quantiles in ascending order; `missing` where the run does not measure one.
  ///
  /// Money is that of the mean bill, so that it adds up.
  /// - Complexity: O(replications times bins) of the histograms that the metric comes from, if it comes from such.
  func estimates(_ scope: MetricScope, _ metric: Metric, _ statistics: [Statistic]) -> [Estimate] {
    var estimates = Estimator(readings: replications.map { $0.reading(scope, metric) }, window: window).estimates(statistics)
    if case .money(let mean) = pooled.reading(scope, metric) {
      for index in estimates.indices where estimates[index].figure != .missing { estimates[index].figure = .money(mean) }
    }
    return estimates
  }

  /// The value of a metric by its name; `missing` where the run does not measure it.
  func value(_ name: MetricName) -> MetricValue {
    var estimate = Estimate(.missing)
    if name.part != nil {
      estimate = self.estimate(name.subject, name.metric, name.part, name.statistic)
    } else if let scope = scope(of: name.subject) {
      estimate = estimates(scope, name.metric, [name.statistic])[0]
    }
    return MetricValue(subject: name.subject, metric: name.metric, part: name.part, statistic: name.statistic, estimate: estimate)
  }

  /// Estimates of one part of a function's cold starts.
  func estimates(ofFunction index: Int, part: StartPart, _ statistics: [Statistic]) -> [Estimate] {
    Estimator(readings: replications.map { $0.reading(ofFunction: index, part: part) }, window: window).estimates(statistics)
  }

  /// The figures of a metric, as ``estimates(_:_:_:)`` has them.
  func figures(_ scope: MetricScope, _ metric: Metric, _ statistics: [Statistic]) -> [Figure] {
    estimates(scope, metric, statistics).map(\.figure)
  }

  /// Statistics of durations that all replications recorded together, quantiles in ascending order.
  func figures(ofPooled reading: MetricReading, _ statistics: [Statistic]) -> [Figure] {
    reading.figures(statistics, window: windowSeconds)
  }

  /// Whether a run has something to say of a metric that only some elements of a kind have.
  func lists(_ metric: Metric, of kind: ElementKind, _ index: Int) -> Bool {
    if Metric.ofContinued.contains(metric) { return scenario.functions[index].continues }
    return !Metric.ofAsync.contains(metric) || index < record.asyncEvents.count && record.asyncEvents[index].received > 0
  }
}
