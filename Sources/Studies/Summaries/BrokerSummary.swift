public import Fleet
public import Scenarios

/// What a planner wants to see of one topic, bus, bucket or schedule at a glance; latencies in nanoseconds.
public struct BrokerSummary: Equatable, Sendable {
  /// What it is, its name and the names of what it delivers to.
  public var broker: Broker
  /// What the run recorded of it.
  public var record: BrokerRecord
  /// Items that it accepted per second of the measured window.
  public var acceptedPerSecond: Double
  /// Items that were delivered, counted for each subscription.
  public var delivered: Int64
  /// Items that were given up, counted for each subscription.
  public var dropped: Int64
  /// The median time from acceptance to delivery.
  public var latencyP50: Figure
  /// Its 99th percentile.
  public var latencyP99: Figure
  /// What a month of it costs, in nano-dollars.
  public var monthCost: Int64
  /// Its subscriptions.
  public var subscriptions: [SubscriptionSummary]

  init(_ reading: BrokerReading, _ reader: MetricReader) {
    broker = reading.broker
    record = reading.record
    acceptedPerSecond = reader.perSecond(record.accepted)
    delivered = reading.sum(\.delivered)
    dropped = reading.dropped
    let latencies = reading.reading(of: .latency).figures([.quantile(0.5), .quantile(0.99)], window: reader.windowSeconds)
    (latencyP50, latencyP99) = (latencies[0], latencies[1])
    monthCost = reader.costs.month(of: broker.name)
    let name = broker.name
    subscriptions = zip(broker.subscribers, reading.subscriptions).map { SubscriptionSummary($0, $1, of: name) }
  }
}

/// What became of what one topic, bus, bucket or schedule delivered to one subscriber; latencies in nanoseconds.
public struct SubscriptionSummary: Equatable, Sendable {
  /// The name of what delivers.
  public var broker: String
  /// The name of what is delivered to.
  public var subscriber: String
  /// What the run recorded of it.
  public var record: SubscriptionRecord
  /// The median time from acceptance to delivery.
  public var latencyP50: Figure
  /// Its 99th percentile.
  public var latencyP99: Figure

  init(_ subscriber: String, _ record: SubscriptionRecord, of broker: String) {
    self.broker = broker
    self.subscriber = subscriber
    self.record = record
    let latencies = MetricReading.durations(record.latency, unfinished: record.unfinished)
      .figures([.quantile(0.5), .quantile(0.99)], window: 0)
    (latencyP50, latencyP99) = (latencies[0], latencies[1])
  }
}
