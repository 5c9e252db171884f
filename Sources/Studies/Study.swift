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

  /// Reads the result off what a run recorded.
  ///
  /// - Parameter record: elements in the scenario's order.
  /// - Complexity: O(elements + intervals times elements).
  public func result(of record: RunRecord) -> StudyResult {
    StudyResult(scenario: scenario, record: record, costs: costs(of: record))
  }

  /// The bill of what a run metered.
  private func costs(of record: RunRecord) -> CostTable {
    let window = record.window.upperBound - record.window.lowerBound
    guard window > 0 else { return CostTable() }
    let readings = MeterReading.all(scenario, record, window: window)
    return CostTable(readings, window: window, prices: scenario.prices, freeTier: freeTier)
  }
}
