/// Something that takes items in and delivers each to all that subscribe: a topic, bus, bucket or schedule.
public struct Broker: Equatable, Sendable {
  /// What it is.
  public var kind: ElementKind
  /// Its name.
  public var name: String
  /// The names of what it delivers to, in the order of a run's records.
  public var subscribers: [String]
}

extension Scenario {
  /// All topics, buses, buckets and schedules, in the order of a run's records.
  ///
  /// - Complexity: O(b · d) for b of them and d deliveries.
  public var brokers: [Broker] {
    let deliveries = deliveries
    func broker(_ kind: ElementKind, _ name: String, to first: String? = nil) -> Broker {
      let others = deliveries.filter { $0.source == name }.map(\.target)
      return Broker(kind: kind, name: name, subscribers: (first.map { [$0] } ?? []) + others)
    }
    return topics.map { broker(.topic, $0.name) } + buses.map { broker(.bus, $0.name) } + buckets.map { broker(.bucket, $0.name) }
      + schedules.map { broker(.schedule, $0.name, to: $0.to) }
  }
}
