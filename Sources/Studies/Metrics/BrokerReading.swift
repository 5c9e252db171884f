import Fleet
import Scenarios
import Statistics

/// What a topic, bus, bucket or schedule did, with all that subscribe to it.
struct BrokerReading {
  /// What it is.
  var broker: Broker
  /// What it took in.
  var record: BrokerRecord
  /// One record a subscription, in the order of the subscribers.
  var subscriptions: [SubscriptionRecord]

  /// All of a run, in the order of its records; none where the run has no records of them.
  ///
  /// - Complexity: O(brokers times deliveries).
  static func all(_ scenario: Scenario, _ record: RunRecord) -> [BrokerReading] {
    if record.brokers.isEmpty { return [] }
    let brokers = scenario.brokers
    let count = brokers.reduce(0) { $0 + $1.subscribers.count }
    precondition(
      brokers.count == record.brokers.count && count == record.subscriptions.count,
      "\(record.brokers.count) records of \(brokers.count) brokers, \(record.subscriptions.count) of \(count) subscriptions")
    var rest = record.subscriptions[...]
    return zip(brokers, record.brokers).map { broker, record in
      let own = Array(rest.prefix(broker.subscribers.count))
      rest = rest.dropFirst(own.count)
      return BrokerReading(broker: broker, record: record, subscriptions: own)
    }
  }

  /// A sum over the subscriptions.
  func sum(_ count: (SubscriptionRecord) -> Int64) -> Int64 { subscriptions.reduce(0) { $0 + count($1) } }

  /// Items that were given up.
  var dropped: Int64 { sum { $0.dropped.reduce(0, +) } }

  /// Items that were to be delivered, filtered ones apart.
  var due: Int64 { sum(\.delivered) + dropped + sum(\.unfinished) }

  /// What was recorded of a metric.
  func reading(of metric: Metric) -> MetricReading {
    switch metric {
    case .requests: .tally(record.offered, of: record.offered)
    case .accepted: .tally(record.accepted, of: record.offered)
    case .throttled: .tally(record.throttled, of: record.offered)
    case .delivered: .tally(sum(\.delivered), of: due)
    case .lost: .tally(dropped - sum(\.deadLetters), of: due)
    case .deadLettered: .tally(sum(\.deadLetters), of: due)
    case .unfinished: .tally(sum(\.unfinished), of: due)
    case .latency: .durations(subscriptions.reduce(into: LatencyHistogram()) { $0.add($1.latency) }, unfinished: sum(\.unfinished))
    default: .missing
    }
  }
}
