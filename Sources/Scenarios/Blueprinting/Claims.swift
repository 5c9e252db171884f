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

  /// The functions to which something is handed that goes to a name: directly, by what lies between functions, or when it is given up.
  ///
  /// The notices of streams tell of records and hold none, so they bring no link along.
  ///
  /// - Source: AWS Lambda Developer Guide: records of asynchronous invocations hold the request, notices of streams metadata only.
  private static func reached(from name: String, _ scenario: Scenario) -> [String] {
    var seen: Set<String> = []
    var open = [name]
    var functions: [String] = []
    while let next = open.popLast() {
      if !seen.insert(next).inserted { continue }
      if let function = scenario.functions.first(where: { $0.name == next }) {
        functions.append(next)
        open += [function.async?.onSuccess, function.async?.onFailure, function.async?.deadLetter].compactMap { $0 }
        continue
      }
      open += scenario.functions.filter { $0.triggers.contains { $0.source == next } }.map(\.name)
      for delivery in scenario.deliveries where delivery.source == next {
        open.append(delivery.target)
        if let deadLetter = delivery.push.deadLetter { open.append(deadLetter) }
      }
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
