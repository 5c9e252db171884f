internal import Documents

/// What traffic goes to exists and receives.
enum ReferenceCheck {
  static func run(_ scenario: Scenario, _ report: CheckReport) {
    if ElementKind.receivers.contains(where: { report.isFaulty($0.section) }) { return }
    for source in scenario.traffic where !source.to.isEmpty {
      guard let finding = report.reading.elements.fault(of: source.to, among: ElementKind.receivers) else { continue }
      report.note(finding, at: ["traffic", .key(source.name), "to"])
    }
  }
}
