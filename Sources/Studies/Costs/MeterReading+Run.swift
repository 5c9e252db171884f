import Billing
import Fleet
import Scenarios

extension MeterReading {
  /// What every component of a run used, in the order of the bill: functions, what lies between them, services, the account.
  ///
  /// - Parameter window: the length of the measured window, nanoseconds, above 0.
  /// - Complexity: O(elements).
  static func all(_ scenario: Scenario, _ record: RunRecord, window: Int64) -> [MeterReading] {
    let functions = zip(scenario.functions, record.functions).map {
      if let container = $0.container { return MeterReading(container, $0, $1) }
      var reading = MeterReading($0, $1, platform: scenario.platform, window: window)
      reading.roundUpProvisioned($0, platform: scenario.platform, run: scenario.run, window: record.window)
      return reading
    }
    let queues = zip(scenario.queues, record.queues).map { MeterReading($0, $1) }
    let doors = zip(scenario.doors, record.doors).map { MeterReading($0, $1, window: window) }
    let streams = zip(scenario.streams, record.streams).map { MeterReading($0, $1, window: window) }
    let ordered = Set(scenario.topics.filter { $0.kind == .fifo }.map(\.name))
    let brokers = BrokerReading.all(scenario, record).map { MeterReading($0, isOrdered: ordered.contains($0.broker.name)) }
    let services = zip(scenario.services, record.services).map { MeterReading($0, $1) }
    let workflows = zip(scenario.workflows, record.workflows).map { MeterReading($0, $1) }
    let account = MeterReading(accountOf: scenario, window: window).map { [$0] } ?? []
    return functions + doors + queues + streams + brokers + services + workflows + account
  }
}
