internal import Documents
internal import StatesLanguage

/// Who hands items to whom.
struct FlowGraph {
  /// One way that items go.
  struct Edge {
    /// The names of what hands on, and of what is handed to.
    let from: String
    let to: String
    /// Whether it is a call that is waited for.
    let isCall: Bool
    /// Whether every invocation does it that comes so far.
    let isCertain: Bool
    /// The path of what says so.
    let path: [CheckReport.Key]
  }

  private(set) var edges: [Edge] = []

  /// All ways of a scenario: hops by function and step, tasks by workflow, then triggers and deliveries.
  init(_ connections: Connections) {
    let scenario = connections.scenario
    for (function, walk) in connections.functions {
      for place in walk.places {
        // What is handed on so becomes less each time; where the platform lets it, it has an end.
        if let next = place.continuation, function.container == nil, function.async?.recursion != .allow {
          let path = place.path + ["continueAs"]
          edges.append(Edge(from: function.name, to: next.function, isCall: false, isCertain: false, path: path))
        }
        guard let (hop, path) = place.hop, hop.verb != .fetch, hop.verb != .request else { continue }
        edges.append(
          Edge(from: function.name, to: hop.to, isCall: hop.verb == .call || hop.waits, isCertain: place.isCertain, path: path))
      }
    }
    for workflow in scenario.workflows {
      for task in workflow.machine?.tasks ?? [] {
        guard let machine = workflow.machine, let to = workflow.target(ofState: machine.stateNames[task.state], scenario) else { continue }
        // A state without `.sync` waits for a function, but not for another execution.
        let isCall = task.integration.pattern == .job || connections.function(to) != nil
        let path: [CheckReport.Key] = ["workflows", .key(workflow.name), "definition"]
        edges.append(Edge(from: workflow.name, to: to, isCall: isCall, isCertain: false, path: path))
      }
    }
    for function in scenario.functions {
      for trigger in function.triggers {
        if case .push = trigger.trigger { continue }
        let path: [CheckReport.Key] = ["functions", .key(function.name), "triggers", .key(trigger.source)]
        edges.append(Edge(from: trigger.source, to: function.name, isCall: false, isCertain: true, path: path))
      }
    }
    for delivery in scenario.deliveries {
      edges.append(Edge(from: delivery.source, to: delivery.target, isCall: false, isCertain: true, path: delivery.path))
    }
  }

  /// Circles along some edges that begin with one of `first`: that edge, and the names on the way, the first one again at the end.
  ///
  /// None shares a name with an earlier one, or with `spared`.
  /// - Complexity: O(c (n + m)) in edges on circles c, names n and edges m.
  func circles(
    sparing spared: Set<String> = [], first: (Edge) -> Bool = { _ in true }, along: (Edge) -> Bool
  ) -> [(edge: Edge, names: [String])] {
    let edges = onCircles(edges.filter(along))
    let next = Dictionary(grouping: edges, by: \.from)
    var told = spared
    var found: [(edge: Edge, names: [String])] = []
    for edge in edges where first(edge) && !told.contains(edge.from) && !told.contains(edge.to) {
      guard let way = FlowGraph.way(from: edge.to, to: edge.from, next) else { continue }
      found.append((edge, [edge.from] + way))
      told.formUnion(way)
    }
    return found
  }

  /// The edges without those that lead to or come from where no circle can be.
  private func onCircles(_ all: [Edge]) -> [Edge] {
    var edges = all
    while true {
      let froms = Set(edges.map(\.from))
      let tos = Set(edges.map(\.to))
      let kept = edges.filter { froms.contains($0.to) && tos.contains($0.from) }
      if kept.count == edges.count { return kept }
      edges = kept
    }
  }

  /// The shortest way from one name to another, both included.
  private static func way(from start: String, to goal: String, _ next: [String: [Edge]]) -> [String]? {
    var cameFrom: [String: String] = [:]
    var queue = [start]
    var index = 0
    while index < queue.count {
      let name = queue[index]
      if name == goal {
        var way = [name]
        while let last = way.last, last != start, let before = cameFrom[last] { way.append(before) }
        return way.reversed()
      }
      for edge in next[name] ?? [] where edge.to != start && cameFrom[edge.to] == nil {
        cameFrom[edge.to] = name
        queue.append(edge.to)
      }
      index += 1
    }
    return nil
  }
}
