import Fleet
import Scenarios

extension LossCount {
  /// What services refused, by the reason.
  static func ofServices(_ scenario: Scenario, _ record: RunRecord) -> [LossCount] {
    zip(scenario.services, record.services).flatMap { spec, service in
      zip(ServiceRefusal.allCases, service.rejected).filter { $0.1 > 0 }.map { refusal, count in
        LossCount(subject: .element(.service, spec.name), cause: refusal.name, requests: count, of: service.offered)
      }
    }
  }
}
