internal import Documents

/// Calls that never end are refused; circles of calls and loops of items that may end are advised about.
enum CircleCheck {
  static func run(_ connections: Connections, _ report: CheckReport) {
    let graph = FlowGraph(connections)
    let endless = graph.circles { $0.isCall && $0.isCertain }
    for (edge, names) in endless { report.note(.endlessCalls(names), at: edge.path) }
    let told = Set(endless.flatMap(\.names))
    for (edge, names) in graph.circles(sparing: told, along: \.isCall) { report.note(.circleOfCalls(names), at: edge.path) }
    // A loop is told of where a function or workflow hands on.
    let handing = Set((connections.scenario.functions.map(\.name)) + connections.scenario.workflows.map(\.name))
    for (edge, names) in graph.circles(first: { !$0.isCall && handing.contains($0.from) }, along: { _ in true }) {
      report.note(.loop(names, endsAfter: limit(of: names, connections)), at: edge.path)
    }
  }

  /// How many invocations a loop may have; nil: any number.
  private static func limit(of names: [String], _ connections: Connections) -> Int? {
    guard let rules = connections.scenario.platform.async, let limit = rules.recursionLimit else { return nil }
    let receivers = names.compactMap { connections.receiver($0) }
    let isSeen = receivers.allSatisfy { $0.kind == .function || rules.recursionThrough.contains($0.kind) }
    let isAllowed = receivers.allSatisfy { receiver in
      guard case .function(let index) = receiver else { return true }
      return connections.scenario.functions[index].async?.recursion == .allow
    }
    return isSeen && !isAllowed ? limit : nil
  }
}
