internal import Documents

/// What elements name exists and is of a kind that fits.
enum ElementReferenceCheck {
  static func run(_ scenario: Scenario, _ report: CheckReport) {
    if ElementKind.allCases.contains(where: { report.isFaulty($0.section) }) { return }
    let index = report.reading.elements
    func expect(_ name: String?, among fits: [ElementKind], at path: [CheckReport.Key]) {
      guard let name, !name.isEmpty, let finding = index.fault(of: name, among: fits) else { return }
      report.note(finding, at: path)
    }
    for door in scenario.doors {
      // A function's own URL stands before nothing else.
      expect(door.to, among: door.kind == .functionUrl ? [.function] : [.function, .service], at: ["doors", .key(door.name), "to"])
    }
    for queue in scenario.queues { expect(queue.deadLetter, among: [.queue], at: ["queues", .key(queue.name), "deadLetter"]) }
    for schedule in scenario.schedules {
      let here: [CheckReport.Key] = ["schedules", .key(schedule.name)]
      expect(schedule.to, among: [.function, .container, .queue, .stream, .topic, .bus], at: here + ["to"])
      expect(schedule.deadLetter, among: [.queue], at: here + ["deadLetter"])
      checkTargets(of: schedule, scenario, report, here)
    }
    for delivery in scenario.deliveries { expect(delivery.push.deadLetter, among: [.queue], at: delivery.path + ["deadLetter"]) }
    for function in scenario.functions {
      for trigger in function.triggers {
        guard case .stream(let stream) = trigger.trigger else { continue }
        expect(
          stream.onFailure, among: [.queue, .topic, .bucket],
          at: ["functions", .key(function.name), "triggers", .key(trigger.source), "onFailure"])
      }
    }
  }

  /// A schedule has exactly one target.
  private static func checkTargets(of schedule: ScheduleSpec, _ scenario: Scenario, _ report: CheckReport, _ here: [CheckReport.Key]) {
    let deliveries = scenario.deliveries.filter { $0.source == schedule.name }
    if schedule.to == nil, deliveries.isEmpty {
      report.note(.combination("it goes to nothing", mend: "give 'to', or name it under 'triggers' or 'from'"), at: here)
    }
    let spare = schedule.to == nil ? deliveries.dropFirst() : deliveries[...]
    for delivery in spare {
      report.note(
        .combination("the schedule '\(schedule.name)' has another target already", mend: "a schedule goes to one"), at: delivery.path)
    }
  }
}
