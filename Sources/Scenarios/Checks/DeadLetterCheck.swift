internal import Documents

/// Dead letters reach a place where they stay.
enum DeadLetterCheck {
  static func run(_ scenario: Scenario, _ report: CheckReport) {
    for queue in scenario.queues {
      guard let name = queue.deadLetter, let dead = scenario.queue(named: name) else { continue }
      if queue.kind == dead.kind, name != queue.name, dead.retention < queue.retention, !report.isFaulty("queues.\(name).retention") {
        report.note(
          .shortDeadLetter(dead.retention, source: queue.name, queue.retention), at: ["queues", .key(name), "retention"])
      }
    }
    let queues = scenario.queues.map { ($0.name, $0.deadLetter.map { [$0] } ?? []) }
    for circle in Circles.find(in: queues) {
      report.note(.circle(circle + [circle[0]]), at: ["queues", .key(circle[0]), "deadLetter"])
    }
    let buses = scenario.buses.map { bus in
      (bus.name, bus.from.map(\.source).filter { source in scenario.buses.contains { $0.name == source } })
    }
    for circle in Circles.find(in: buses) {
      report.note(.circle(circle.reversed() + [circle[circle.count - 1]]), at: ["buses", .key(circle[0]), "from"])
    }
  }
}

/// Circles of references.
enum Circles {
  /// Each circle once, from its first member in the given order; where a name leads to several, one circle through it.
  ///
  /// - Complexity: O(n²) in the names and references.
  static func find(in edges: [(name: String, to: [String])]) -> [[String]] {
    var done: Set<String> = []
    var circles: [[String]] = []
    func visit(_ name: String, _ chain: [String]) {
      if let start = chain.firstIndex(of: name) {
        circles.append(Array(chain[start...]))
        return
      }
      guard !done.contains(name), let edge = edges.first(where: { $0.name == name }) else { return }
      for next in edge.to { visit(next, chain + [name]) }
      done.insert(name)
    }
    for edge in edges { visit(edge.name, []) }
    return circles
  }
}
