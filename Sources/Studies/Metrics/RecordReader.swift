import Fleet
import Scenarios

/// Reads what was recorded of any metric off the record of one replication.
///
/// What each kind of element has stands in a file of its own.
struct RecordReader: Sendable {
  let record: RunRecord
  let costs: CostTable

  /// What functions did, in the scenario's order; containers, which stand behind them, apart.
  let functions: ArraySlice<FunctionRecord>

  /// What topics, buses, buckets and schedules did, in the order of the record.
  let brokers: [BrokerReading]

  /// - Parameters:
  ///   - scenario: the scenario that was simulated.
  ///   - record: what its run recorded, elements in the scenario's order.
  ///   - costs: the bill of the run.
  init(scenario: Scenario, record: RunRecord, costs: CostTable) {
    precondition(
      record.functions.count == scenario.functions.count && record.sources.count == scenario.traffic.count,
      "\(record.functions.count) records for \(scenario.functions.count) functions, \(record.sources.count) for \(scenario.traffic.count) sources"
    )
    self.record = record
    self.costs = costs
    brokers = BrokerReading.all(scenario, record)
    functions = record.functions.prefix(scenario.first(of: .container))
  }

  /// What was recorded of one part of a function's cold starts.
  func reading(ofFunction index: Int, part: StartPart) -> MetricReading {
    .durations(record.functions[index].startParts[Int(part.rawValue)], unfinished: 0)
  }

  /// What was recorded of a metric.
  func reading(_ scope: MetricScope, _ metric: Metric) -> MetricReading {
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
    case .function, .container: record.functions[index].reading(of: metric)
    case .source: record.sources[index].reading(of: metric)
    case .service: record.services[index].reading(of: metric)
    case .workflow: record.workflows[index].reading(of: metric)
    case .queue: record.queues[index].reading(of: metric)
    case .door: record.doors[index].reading(of: metric)
    case .stream: record.streams[index].reading(of: metric)
    case .schedule where Metric.ofSource.contains(metric): record.schedules[index].reading(of: metric)
    case .topic, .bus, .bucket, .schedule:
      brokers.filter { $0.broker.kind == kind }.dropFirst(index).first?.reading(of: metric) ?? .missing
    }
  }
}
