import Fleet
import Scenarios

/// What a planner wants to see of one traffic source at a glance; latencies in nanoseconds, counts of all replications together.
public struct SourceSummary: Equatable, Sendable {
  /// The source's name.
  public var name: String
  /// What it calls.
  public var to: String
  /// Requests, each counted once.
  public var requests: Int64
  /// Requests per second of the measured window.
  public var requestsPerSecond: Double
  /// Attempts, the first of each request among them.
  public var attempts: Int64
  /// Requests that ended well.
  public var succeeded: Int64
  /// Requests that ended otherwise.
  public var lost: Int64
  /// Their share of all requests.
  public var lostRatio: Figure
  /// Requests that had not ended when the run did.
  public var unfinished: Int64
  /// The median latency as the client sees it.
  public var latencyP50: Figure
  /// Its 95th percentile.
  public var latencyP95: Figure
  /// Its 99th percentile.
  public var latencyP99: Figure
  /// The 99th percentile of the time to success.
  public var completionP99: Figure

  init(_ spec: TrafficSpec, at index: Int, _ record: SourceRecord, _ reader: MetricReader) {
    let scope = MetricScope.element(.source, index, spec.name)
    func figure(_ metric: Metric, _ statistic: Statistic) -> Figure { reader.figures(scope, metric, [statistic])[0] }
    name = spec.name
    to = spec.to
    requests = record.requests
    requestsPerSecond = reader.perSecond(record.requests)
    attempts = record.attempts
    succeeded = record.succeeded
    lost = record.lost.reduce(0, +)
    lostRatio = figure(.lost, .ratio)
    unfinished = record.unfinished
    let latencies = reader.figures(scope, .latency, [.quantile(0.5), .quantile(0.95), .quantile(0.99)])
    (latencyP50, latencyP95, latencyP99) = (latencies[0], latencies[1], latencies[2])
    completionP99 = figure(.completion, .quantile(0.99))
  }
}
