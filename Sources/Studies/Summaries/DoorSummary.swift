public import Fleet
import Scenarios

/// What a planner wants to see of one front door at a glance; latencies in nanoseconds.
public struct DoorSummary: Equatable, Sendable {
  /// The door's name.
  public var name: String
  /// What the run recorded of it.
  public var record: DoorRecord
  /// Requests that came per second of the measured window.
  public var requestsPerSecond: Double
  /// Requests that a limit of doors refused, of those that came.
  public var throttledRatio: Figure
  /// The median latency, of requests that were let in.
  public var latencyP50: Figure
  /// Its 95th percentile.
  public var latencyP95: Figure
  /// Its 99th percentile.
  public var latencyP99: Figure
  /// What a month of it costs, in nano-dollars.
  public var monthCost: Int64

  init(_ spec: DoorSpec, at index: Int, _ reader: MetricReader) {
    record = reader.record.doors[index]
    let scope = MetricScope.element(.door, index, spec.name)
    name = spec.name
    requestsPerSecond = reader.perSecond(record.requests)
    throttledRatio = reader.figures(scope, .throttled, [.ratio])[0]
    let latencies = reader.figures(scope, .latency, [.quantile(0.5), .quantile(0.95), .quantile(0.99)])
    (latencyP50, latencyP95, latencyP99) = (latencies[0], latencies[1], latencies[2])
    monthCost = reader.costs.month(of: spec.name)
  }
}
