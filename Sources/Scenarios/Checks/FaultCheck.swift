internal import Documents

/// A fault happens to something that can have it, and within the run; so do outages.
enum FaultCheck {
  static func run(_ scenario: Scenario, _ report: CheckReport) {
    for (index, fault) in scenario.faults.enumerated() {
      let path: [CheckReport.Key] = ["faults", .index(index), .key(fault.word.rawValue)]
      let isReadable = !ElementKind.allCases.contains { report.isFaulty($0.section) }
      if isReadable, !fault.of.isEmpty, let finding = report.reading.elements.fault(of: fault.of, among: fault.word.targets) {
        report.note(finding, at: path + ["of"])
      }
      if case .outage(_, .stall) = fault.kind, let receiver = scenario.receiver(named: fault.of), receiver.kind != .service {
        report.note(
          .combination("only a service can leave requests without an answer", mend: "take 'manner' out"), at: path + ["manner"])
      }
      if !scenario.run.reaches(fault.at) { report.note(.neverHappens("the fault"), at: path + ["at"]) }
    }
    for service in scenario.services {
      for (index, outage) in service.outages.enumerated() where !scenario.run.reaches(outage.at) {
        report.note(.neverHappens("the outage"), at: ["services", .key(service.name), "outages", .index(index), "at"])
      }
    }
  }
}

extension FaultSpec.Word {
  /// What can have such a fault.
  fileprivate var targets: [ElementKind] {
    switch self {
    case .outage: [.service, .function, .queue, .stream, .bucket, .door]
    case .throttle: [.service, .function, .queue, .stream, .bus, .bucket, .door]
    case .latency: [.service, .topic, .bus, .bucket, .door]
    case .poison: [.function, .queue, .stream, .topic, .bus]
    case .deploy: [.function]
    }
  }
}

extension RunSpec {
  /// Whether a moment comes before the end of the run, at least once.
  fileprivate func reaches(_ moment: Moment) -> Bool {
    let length = duration.addingReportingOverflow(drain ?? 0)
    let end = length.overflow ? Int64.max : length.partialValue
    switch moment {
    case .afterStart(let time): return time < end
    case .daily(let time):
      let day: Int64 = 86_400_000_000_000
      let past = start.nanoseconds % day
      let elapsed = past < 0 ? past + day : past
      return (time - elapsed + day) % day < end
    }
  }
}
