/// Which functions get links in place of payloads, and from which buckets they fetch those.
struct Claims {
  /// By function, in the order in which the scenario names the buckets.
  private var claimed: [String: [String]] = [:]

  init(_ scenario: Scenario) {
    let hops = scenario.functions.flatMap { ($0.steps + ($0.perItem?.steps ?? [])).flatMap(\.hops) }
    for hop in hops {
      guard let bucket = hop.claimCheck else { continue }
      for name in Self.reached(from: hop.to, scenario) where !claimed[name, default: []].contains(bucket) {
        claimed[name, default: []].append(bucket)
      }
    }
  }

  /// The buckets from which a function fetches payloads.
  func buckets(of function: String) -> [String] { claimed[function] ?? [] }

  /// The functions to which something is handed that goes to a name: directly, or by what lies between functions.
  private static func reached(from name: String, _ scenario: Scenario) -> [String] {
    var seen: Set<String> = []
    var open = [name]
    var functions: [String] = []
    while let next = open.popLast() {
      if !seen.insert(next).inserted { continue }
      if scenario.functions.contains(where: { $0.name == next }) {
        functions.append(next)
        continue
      }
      open += scenario.functions.filter { $0.triggers.contains { $0.source == next } }.map(\.name)
      open += scenario.deliveries.filter { $0.source == next }.map(\.target)
      open += scenario.doors.filter { $0.name == next }.map(\.to)
      open += scenario.queues.filter { $0.name == next }.compactMap(\.deadLetter)
    }
    return functions
  }
}

extension Hop {
  /// What stores the payload before a link to it is handed on.
  var storing: Hop? {
    claimCheck.map { Hop(.store, to: $0, size: size, count: count) }
  }
}
