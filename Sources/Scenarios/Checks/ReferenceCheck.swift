internal import Documents

/// What something goes to exists.
enum ReferenceCheck {
  static func run(_ scenario: Scenario, _ report: CheckReport) {
    if report.isFaulty("functions") { return }
    let functions = Set(scenario.functions.map(\.name))
    for source in scenario.traffic where !functions.contains(source.to) && !source.to.isEmpty {
      report.note(.unknownReference(source.to, known: scenario.functions.map(\.name)), at: ["traffic", .key(source.name), "to"])
    }
  }
}
