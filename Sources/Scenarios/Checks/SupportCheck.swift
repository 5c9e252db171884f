internal import Documents

/// What can be read but not be simulated yet is refused by name.
enum SupportCheck {
  /// What faults can happen to.
  private static let faulty: Set<Receiver.Kind> = [.function, .service, .queue, .stream]

  static func run(_ scenario: Scenario, _ report: CheckReport) {
    for (index, fault) in scenario.faults.enumerated() {
      guard let receiver = scenario.receiver(named: fault.of), !faulty.contains(receiver.kind) else { continue }
      let word = fault.word.rawValue
      refuse("\(word) of a \(receiver.kind.rawValue)", ["faults", .index(index), .key(word)], report)
    }
  }

  private static func refuse(_ key: String, _ path: [CheckReport.Key], _ report: CheckReport) {
    report.note(.notSupported(key), atKey: path)
  }
}
