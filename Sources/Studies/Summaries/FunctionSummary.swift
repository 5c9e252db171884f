import Fleet
import Scenarios

/// What a planner wants to see of one function at a glance.
///
/// Ratios are from 0 to 1, latencies in nanoseconds.
public struct FunctionSummary: Equatable, Sendable {
  /// The function's name.
  public var name: String
  /// Accepted requests, of all replications together.
  public var invocations: Int64
  /// Accepted requests per second of the measured window.
  public var invocationsPerSecond: Double
  /// Invocations that waited for a cold start.
  public var coldRatio: Figure
  /// Requests that were throttled, of those offered.
  public var throttleRatio: Figure
  /// Invocations that failed with an error of their own.
  public var errorRatio: Figure
  /// Invocations that reached the function's timeout.
  public var timeoutRatio: Figure
  /// The median latency, accepted to answered.
  public var latencyP50: Figure
  /// Its 95th percentile.
  public var latencyP95: Figure
  /// Its 99th percentile.
  public var latencyP99: Figure
  /// How sure the 99th percentile is; nil with too few replications.
  public var latencyP99Interval: FigureInterval?
  /// Units of concurrency held, on average.
  public var concurrencyMean: Figure
  /// The most units of concurrency held at a time.
  public var concurrencyMax: Figure
  /// Instances alive, on average.
  public var instancesMean: Figure
  /// What a month of it costs, in nano-dollars.
  public var monthCost: Int64

  init(_ spec: FunctionSpec, at index: Int, _ reader: MetricReader) {
    let scope = MetricScope.element(.function, index, spec.name)
    func figure(_ metric: Metric, _ statistic: Statistic) -> Figure { reader.figures(scope, metric, [statistic])[0] }
    name = spec.name
    invocations = reader.record.functions[index].invocations
    invocationsPerSecond = reader.perSecond(invocations)
    coldRatio = figure(.coldRatio, .ratio)
    throttleRatio = figure(.throttleRatio, .ratio)
    errorRatio = figure(.errors, .ratio)
    timeoutRatio = figure(.timeouts, .ratio)
    let latencies = reader.estimates(scope, .latency, [.quantile(0.5), .quantile(0.95), .quantile(0.99)])
    (latencyP50, latencyP95, latencyP99) = (latencies[0].figure, latencies[1].figure, latencies[2].figure)
    latencyP99Interval = latencies[2].interval
    concurrencyMean = figure(.concurrency, .mean)
    concurrencyMax = figure(.concurrency, .maximum)
    instancesMean = figure(.instances, .mean)
    monthCost = reader.costs.month(of: spec.name)
  }
}
