public import Fleet
import Scenarios

/// What a planner wants to see of one stream at a glance.
public struct StreamSummary: Equatable, Sendable {
  /// The stream's name.
  public var name: String
  /// What the run recorded of it.
  public var record: StreamRecord
  /// Records that were written per second of the measured window.
  public var acceptedPerSecond: Double
  /// Open shards, on average.
  public var shardsMean: Figure
  /// What a month of it costs, in nano-dollars.
  public var monthCost: Int64
  /// Its consumers, in the order of the functions.
  public var consumers: [ConsumerSummary]

  init(_ spec: StreamSpec, at index: Int, _ reader: MetricReader) {
    record = reader.record.streams[index]
    name = spec.name
    acceptedPerSecond = reader.perSecond(record.accepted)
    shardsMean = MetricReading.level(record.shards).figures([.mean], window: reader.windowSeconds)[0]
    monthCost = reader.costs.month(of: spec.name)
    consumers = record.consumers.map { ConsumerSummary($0, of: spec.name, reader) }
  }
}

/// What a planner wants to see of one function that reads a stream; ages in nanoseconds.
public struct ConsumerSummary: Equatable, Sendable {
  /// The stream's name.
  public var stream: String
  /// The function's name.
  public var function: String
  /// What the run recorded of it.
  public var record: StreamConsumerRecord
  /// Records that were processed per second of the measured window.
  public var processedPerSecond: Double
  /// Records that it had not done with, on average.
  public var messagesMean: Figure
  /// The median age of a batch's last record when the function was done with it.
  public var iteratorAgeP50: Figure
  /// Its 99th percentile.
  public var iteratorAgeP99: Figure
  /// The greatest.
  public var iteratorAgeMax: Figure
  /// Seconds that parts of shards stood behind a failed batch.
  public var blocked: Figure

  init(_ record: StreamConsumerRecord, of stream: String, _ reader: MetricReader) {
    self.stream = stream
    self.record = record
    function = reader.scenario.functions[record.function].name
    processedPerSecond = reader.perSecond(record.processed)
    let window = reader.windowSeconds
    messagesMean = MetricReading.level(record.records).figures([.mean], window: window)[0]
    let ages = MetricReading.durations(record.iteratorAge, unfinished: record.unfinishedBatches)
      .figures([.quantile(0.5), .quantile(0.99), .maximum], window: window)
    (iteratorAgeP50, iteratorAgeP99, iteratorAgeMax) = (ages[0], ages[1], ages[2])
    blocked = .real(Double(record.blocked.area) / 1e9 / Double(reader.replications.count))
  }
}
