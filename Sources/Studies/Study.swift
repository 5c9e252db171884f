public import Fleet
public import Scenarios

/// One scenario under study: how it is simulated and how its results are read.
public struct Study: Sendable {
  /// The scenario.
  public var scenario: Scenario
  /// Whether a month's bill has the free tier.
  public var freeTier: Bool
  /// The length of an interval of the time series, in nanoseconds; nil: no series.
  public var seriesEvery: Int64?
  /// How the engine goes about it; the results are the same.
  public var engine: EngineOptions
  /// Further metrics of which figures are wanted.
  public var asked: [MetricName] = []

  /// A study of a scenario.
  ///
  /// - Parameters:
  ///   - scenario: a checked scenario.
  ///   - freeTier: whether a month's bill has the free tier.
  ///   - seriesEvery: the length of an interval of the time series, in nanoseconds, above 0; nil: no series.
  ///   - engine: how the engine goes about it; the results are the same.
  public init(
    _ scenario: Scenario, freeTier: Bool = true, seriesEvery: Int64? = nil, engine: EngineOptions = EngineOptions()
  ) {
    precondition(seriesEvery ?? 1 > 0, "a series every \(seriesEvery ?? 0) ns")
    self.scenario = scenario
    self.freeTier = freeTier
    self.seriesEvery = seriesEvery
    self.engine = engine
  }

  /// Reads the result off what one run recorded.
  ///
  /// - Parameter record: elements in the scenario's order.
  /// - Complexity: O(elements + intervals times elements).
  public func result(of record: RunRecord) -> StudyResult { result(of: [record]) }

  /// Reads the result off what the replications recorded.
  ///
  /// - Parameters:
  ///   - records: one a replication in their order, at least one; elements in the scenario's order.
  ///   - jobs: how many threads read, at least 1.
  /// - Complexity: O(replications times elements, and intervals times elements).
  public func result(of records: [RunRecord], jobs: Int = 1) -> StudyResult {
    let pool = WorkPool(jobs: jobs)
    let replications = pool.map(records.count) {
      RecordReader(scenario: scenario, record: records[$0], costs: costs(of: records[$0], replications: 1))
    }
    let reader = MetricReader(scenario: scenario, replications: replications, pooled: pooled(replications, pool))
    var result = StudyResult(reader, pool)
    result.asked = asked.map(reader.value)
    return result
  }

  /// All replications added up, with the bill of their mean.
  private func pooled(_ replications: [RecordReader], _ pool: WorkPool) -> RecordReader {
    if replications.count == 1 { return replications[0] }
    // Records are sums of integers, so that it does not matter how they are added up.
    let parts = min(pool.jobs, replications.count / 2)
    let sums = pool.map(parts) { part in
      let share = replications[(part * replications.count / parts)..<((part + 1) * replications.count / parts)]
      return share.dropFirst().reduce(into: share.first!.record) { $0.add($1.record) }
    }
    let sum = sums.dropFirst().reduce(into: sums[0]) { $0.add($1) }
    var costs = costs(of: sum, replications: replications.count)
    costs.takeMean(of: replications.map(\.costs))
    return RecordReader(scenario: scenario, record: sum, costs: costs)
  }

  /// The bill of what some replications metered together.
  private func costs(of record: RunRecord, replications: Int) -> CostTable {
    let window = (record.window.upperBound - record.window.lowerBound) * Int64(replications)
    guard window > 0 else { return CostTable() }
    let readings = MeterReading.all(scenario, record, window: window)
    return CostTable(readings, window: window, prices: scenario.prices, freeTier: freeTier)
  }
}
