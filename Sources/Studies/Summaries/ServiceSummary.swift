import Fleet
import Scenarios

/// What a planner wants to see of one service at a glance.
public struct ServiceSummary: Equatable, Sendable {
  /// The service's name.
  public var name: String
  /// Requests that came, whatever became of them.
  public var offered: Int64
  /// Requests that came per second of the measured window.
  public var offeredPerSecond: Double
  /// Requests that it answered well.
  public var served: Int64
  /// Requests that it refused.
  public var rejected: Int64
  /// Their share of those that came.
  public var rejectedRatio: Figure
  /// Requests that it answered with an error.
  public var errors: Int64
  /// Requests that it never answered.
  public var stalled: Int64
  /// Requests that their caller gave up before there was an answer, stalled ones among them.
  public var abandoned: Int64
  /// Of these, requests that were in line: nothing else became of them.
  public var leftLine: Int64
  /// Requests that were in line or at work when the run ended.
  public var unfinished: Int64
  /// Bytes of its good answers.
  public var answered: Int64
  /// Busy connections, on average.
  public var connectionsMean: Figure
  /// The most busy connections at a time.
  public var connectionsMax: Figure
  /// Seconds during which requests met a limit.
  public var overLimit: Figure
  /// What a month of it costs, in nano-dollars.
  public var monthCost: Int64

  init(_ spec: ServiceSpec, at index: Int, _ reader: MetricReader) {
    let record = reader.record.services[index]
    let scope = MetricScope.element(.service, index, spec.name)
    func figure(_ metric: Metric, _ statistic: Statistic) -> Figure { reader.figures(scope, metric, [statistic])[0] }
    name = spec.name
    offered = record.offered
    offeredPerSecond = reader.perSecond(record.offered)
    served = record.served
    rejected = record.rejected.reduce(0, +)
    rejectedRatio = figure(.rejected, .ratio)
    errors = record.errors
    stalled = record.stalled
    abandoned = record.abandoned
    leftLine = record.leftLine
    unfinished = record.present
    answered = record.answered
    connectionsMean = figure(.connections, .mean)
    connectionsMax = figure(.connections, .maximum)
    overLimit = figure(.overLimit, .total)
    monthCost = reader.costs.month(of: spec.name)
  }
}
