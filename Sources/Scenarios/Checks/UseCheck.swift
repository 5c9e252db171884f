internal import Documents

/// Something goes to every element, and something takes from what only passes on.
enum UseCheck {
  static func run(_ scenario: Scenario, _ report: CheckReport) {
    // References in steps, destinations and traffic alike stand behind these keys.
    let named = Set(report.root.texts(behind: LocatedNode.referenceKeys))
    let deliveries = scenario.deliveries
    let delivering = Set(deliveries.map(\.source) + scenario.schedules.filter { $0.to != nil }.map(\.name))
    func check(_ name: String, _ kind: ElementKind, isFed: Bool = false) {
      if isFed || named.contains(name) || deliveries.contains(where: { $0.target == name }) { return }
      report.note(
        .unused("nothing goes to the \(kind.rawValue)", mend: "send something there or take it out"), at: [.key(kind.section), .key(name)])
    }
    for name in scenario.names(of: .container) { check(name, .container) }
    for door in scenario.doors { check(door.name, .door) }
    for queue in scenario.queues { check(queue.name, .queue, isFed: queue.initial.count > 0) }
    for stream in scenario.streams { check(stream.name, .stream, isFed: stream.initial.count > 0) }
    for topic in scenario.topics { check(topic.name, .topic) }
    for bus in scenario.buses { check(bus.name, .bus) }
    for bucket in scenario.buckets { check(bucket.name, .bucket) }
    for (kind, names) in [(ElementKind.topic, scenario.topics.map(\.name)), (.bus, scenario.buses.map(\.name))] {
      for name in names where !delivering.contains(name) {
        report.note(
          .unused("nothing takes from the \(kind.rawValue)", mend: "name it under 'triggers' or 'from'"),
          at: [.key(kind.section), .key(name)])
      }
    }
  }
}
