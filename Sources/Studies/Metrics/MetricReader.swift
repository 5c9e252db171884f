import Fleet
import Scenarios

/// Reads any statistic of any metric off a run's record: the one place where the words of objectives and tables get their numbers.
///
/// What each kind of element has stands in a file of its own.
struct MetricReader {
  let scenario: Scenario
  let record: RunRecord
  let costs: CostTable

  /// What topics, buses, buckets and schedules did, in the order of the record.
  let brokers: [BrokerReading]

  private let places: [Objective.Subject: Int]

  /// - Parameters:
  ///   - scenario: the scenario that was simulated.
  ///   - record: what its run recorded, elements in the scenario's order.
  ///   - costs: the bill of the run.
  init(scenario: Scenario, record: RunRecord, costs: CostTable) {
    precondition(
      record.functions.count == scenario.functions.count && record.sources.count == scenario.traffic.count,
      "\(record.functions.count) records for \(scenario.functions.count) functions, \(record.sources.count) for \(scenario.traffic.count) sources"
    )
    self.scenario = scenario
    self.record = record
    self.costs = costs
    brokers = BrokerReading.all(scenario, record)
    var places: [Objective.Subject: Int] = [:]
    for kind in ElementKind.allCases {
      for (index, name) in scenario.names(of: kind).enumerated() { places[.element(kind, name)] = index }
    }
    self.places = places
  }

  /// The length of the measured window, in seconds.
  var windowSeconds: Double { Double(record.window.upperBound - record.window.lowerBound) / 1e9 }

  /// How often something happened for each second of the measured window; 0 where the window has no length.
  func perSecond(_ count: Int64) -> Double { windowSeconds > 0 ? Double(count) / windowSeconds : 0 }

  /// Whose metrics are read: a subject with its name looked up.
  enum Scope {
    /// The element of a kind and place in the scenario, and its name.
    case element(ElementKind, Int, String)
    case account, all, cost
  }

  /// The scope of a subject; nil where the scenario does not know its name.
  func scope(of subject: Objective.Subject) -> Scope? {
    switch subject {
    case .element(let kind, let name): places[subject].map { .element(kind, $0, name) }
    case .account: .account
    case .all: .all
    case .cost: .cost
    }
  }

  /// A statistic of a metric, or of a part of it; `missing` where the run does not measure it.
  func figure(_ subject: Objective.Subject, _ metric: Metric, _ part: StartPart? = nil, _ statistic: Statistic) -> Figure {
    guard let scope = scope(of: subject) else { return .missing }
    if let part, case .element(.function, let index, _) = scope { return figures(ofFunction: index, part: part, [statistic])[0] }
    return figures(scope, metric, [statistic])[0]
  }

  /// Statistics of a metric, quantiles in ascending order; `missing` where the run does not measure one.
  ///
  /// - Complexity: O(bins) of the histogram that the metric comes from, if it comes from one.
  func figures(_ scope: Scope, _ metric: Metric, _ statistics: [Statistic]) -> [Figure] {
    reading(scope, metric).figures(statistics, window: windowSeconds)
  }

  /// Statistics of one part of a function's cold starts.
  func figures(ofFunction index: Int, part: StartPart, _ statistics: [Statistic]) -> [Figure] {
    let part = record.functions[index].startParts[Int(part.rawValue)]
    return MetricReading.durations(part, unfinished: 0).figures(statistics, window: windowSeconds)
  }

  private func reading(_ scope: Scope, _ metric: Metric) -> MetricReading {
    switch scope {
    case .element(_, _, let name) where metric == .monthCost: .money(costs.month(of: name))
    case .element(let kind, let index, _): reading(kind, index, metric)
    case .all: readingOfAll(metric)
    case .account: metric == .concurrency ? .level(record.accountConcurrency) : .missing
    case .cost: metric == .runCost ? .money(costs.run) : metric == .monthCost ? .money(costs.month) : .missing
    }
  }

  private func reading(_ kind: ElementKind, _ index: Int, _ metric: Metric) -> MetricReading {
    switch kind {
    case .function where Metric.ofAsync.contains(metric):
      (index < record.asyncEvents.count ? record.asyncEvents[index] : EventRecord()).reading(of: metric)
    case .function: record.functions[index].reading(of: metric)
    case .source: record.sources[index].reading(of: metric)
    case .service: record.services[index].reading(of: metric)
    case .queue: record.queues[index].reading(of: metric)
    case .door: record.doors[index].reading(of: metric)
    case .stream: record.streams[index].reading(of: metric)
    case .schedule where Metric.ofSource.contains(metric): record.schedules[index].reading(of: metric)
    case .topic, .bus, .bucket, .schedule:
      brokers.filter { $0.broker.kind == kind }.dropFirst(index).first?.reading(of: metric) ?? .missing
    }
  }

  /// Whether a run has something to say of a metric that only some elements of a kind have.
  func lists(_ metric: Metric, of kind: ElementKind, _ index: Int) -> Bool {
    !Metric.ofAsync.contains(metric) || index < record.asyncEvents.count && record.asyncEvents[index].received > 0
  }
}
