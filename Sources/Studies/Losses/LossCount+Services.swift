import Fleet
import Scenarios

extension LossCount {
  /// What services refused, by the reason, and what was given up before they began to work on it.
  static func ofServices(_ scenario: Scenario, _ record: RunRecord) -> [LossCount] {
    zip(scenario.services, record.services).flatMap { spec, service in
      let refused = zip(ServiceRefusal.allCases, service.rejected).map { ($0.name, $1) }
      return list(.element(.service, spec.name), of: service.offered, refused + [("left_line", service.leftLine)])
    }
  }
}
