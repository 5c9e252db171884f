public import Fleet
import Scenarios

/// What a planner wants to see of one queue at a glance; ages in nanoseconds.
public struct QueueSummary: Equatable, Sendable {
  /// The queue's name.
  public var name: String
  /// What the run recorded of it.
  public var record: QueueRecord
  /// Messages that it took per second of the measured window.
  public var acceptedPerSecond: Double
  /// Messages that were processed per second of the measured window.
  public var processedPerSecond: Double
  /// Messages that waited, on average.
  public var messagesMean: Figure
  /// Messages in work, on average.
  public var inFlightMean: Figure
  /// The median age of processed messages at their last receive.
  public var ageP50: Figure
  /// Its 99th percentile.
  public var ageP99: Figure
  /// What a month of it costs, in nano-dollars.
  public var monthCost: Int64

  init(_ spec: QueueSpec, at index: Int, _ reader: MetricReader) {
    let record = reader.record.queues[index]
    let scope = MetricScope.element(.queue, index, spec.name)
    name = spec.name
    self.record = record
    acceptedPerSecond = reader.perSecond(record.accepted)
    processedPerSecond = reader.perSecond(record.processed)
    messagesMean = reader.figures(scope, .messages, [.mean])[0]
    inFlightMean = MetricReading.level(record.inFlight).figures([.mean], window: reader.windowSeconds)[0]
    let ages = reader.figures(scope, .age, [.quantile(0.5), .quantile(0.99)])
    (ageP50, ageP99) = (ages[0], ages[1])
    monthCost = reader.costs.month(of: spec.name)
  }
}
