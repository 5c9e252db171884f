import Fleet
import Scenarios

extension LossCount {
  /// What topics, buses, buckets and schedules refused, and what of their deliveries was given up, by the reason.
  static func ofBrokers(_ scenario: Scenario, _ record: RunRecord) -> [LossCount] {
    BrokerReading.all(scenario, record).flatMap { reading in
      let subject = Objective.Subject.element(reading.broker.kind, reading.broker.name)
      let record = reading.record
      let refused = [("throttle", record.throttled), ("unavailable", record.unavailable), ("payload_too_large", record.tooLarge)]
      let dropped = DeliveryDrop.allCases.map { reason in
        ("delivery_\(reason.name)", reading.sum { $0.dropped[Int(reason.rawValue)] })
      }
      let fetches = [("fetch_throttle", record.fetchesThrottled), ("fetch_unavailable", record.fetchesUnavailable)]
      return list(subject, of: record.offered, refused) + list(subject, of: reading.due, dropped)
        + list(subject, of: fetches.reduce(record.fetches) { $0 + $1.1 }, fetches)
    }
  }

  /// What schedules lost as the sources that they are, by the cause.
  static func ofSchedules(_ scenario: Scenario, _ record: RunRecord) -> [LossCount] {
    zip(scenario.schedules, record.schedules).flatMap { spec, source in
      list(.element(.schedule, spec.name), of: source.requests, zip(Loss.allCases, source.lost).map { ($0.name, $1) })
    }
  }
}
