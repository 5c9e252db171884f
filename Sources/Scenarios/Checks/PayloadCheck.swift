internal import Documents
internal import Variates

/// What is known to be handed on fits into what takes it.
struct PayloadCheck {
  private let connections: Connections
  private let report: CheckReport
  /// The sources of what they go to.
  private let sources: [String: [TrafficSpec]]
  /// What something else than traffic and doors hands items to.
  private let handed: Set<String>

  private var scenario: Scenario { connections.scenario }

  static func run(_ connections: Connections, _ report: CheckReport) {
    let check = PayloadCheck(connections, report)
    check.checkSources()
    check.checkAnswers()
    for (function, walk) in connections.functions { check.checkHops(of: function, walk) }
  }

  private init(_ connections: Connections, _ report: CheckReport) {
    self.connections = connections
    self.report = report
    let scenario = connections.scenario
    sources = Dictionary(grouping: scenario.traffic, by: \.to)
    handed = Set(connections.hops.map(\.to) + scenario.schedules.compactMap(\.to))
  }

  /// What something takes at most, bytes, and how it is called in a sentence.
  private struct Limit {
    var size: Int64
    var what: String
  }

  private func limit(into name: String, asynchronous: Bool = false) -> Limit? {
    let platform = scenario.platform
    func of(_ size: Int64?) -> Limit? { size.map { Limit(size: $0, what: "'\(name)'") } }
    switch connections.receiver(name) {
    case .function(let index):
      if scenario.functions[index].container != nil { return nil }
      if asynchronous { return platform.payload.event.map { Limit(size: $0, what: "an asynchronous invocation") } }
      return platform.payload.request.map { Limit(size: $0, what: "a synchronous invocation") }
    case .door(let index):
      let own = of(platform.doors?.rule(scenario.doors[index].kind)?.payload)
      guard connections.function(scenario.doors[index].to) != nil else { return own }
      return [own, limit(into: scenario.doors[index].to)].compactMap { $0 }.min { $0.size < $1.size }
    case .queue(let index): return of(scenario.queues[index].maxMessageSize)
    case .stream(let index): return of(scenario.streams[index].maxRecordSize)
    case .topic: return of(platform.delivery?.topics?.payload)
    case .bus: return of(platform.delivery?.buses?.payload)
    case .workflow: return of(platform.workflows?.payload)
    case .bucket, .service, nil: return nil
    }
  }

  private func checkSources() {
    for source in scenario.traffic {
      guard let size = source.size.fixed, let limit = limit(into: source.to), size > limit.size else { continue }
      let mend = "lower 'size', or let the source store it in a bucket"
      report.note(.payload(size, limit: limit.size, into: limit.what, mend: mend), at: ["traffic", .key(source.name), "size"])
    }
    for schedule in scenario.schedules {
      guard let size = schedule.size.fixed, let to = schedule.to, let limit = limit(into: to, asynchronous: true), size > limit.size else {
        continue
      }
      report.note(
        .payload(size, limit: limit.size, into: limit.what, mend: "lower 'size'"), at: ["schedules", .key(schedule.name), "size"])
    }
  }

  /// Answers of functions that somebody waits for.
  private func checkAnswers() {
    guard let limit = scenario.platform.payload.response else { return }
    var awaited = Set(scenario.traffic.map(\.to) + scenario.doors.map(\.to))
    for hop in connections.hops where hop.verb == .call { awaited.insert(hop.to) }
    for function in scenario.functions where awaited.contains(function.name) {
      guard let size = function.answer.fixed, size > limit else { continue }
      report.note(
        .payload(size, limit: limit, into: "an answer", mend: "store it in a bucket and answer with a link"),
        at: ["functions", .key(function.name), "answer"])
    }
  }

  private func checkHops(of function: FunctionSpec, _ walk: StepWalk) {
    let given = givenSize(of: function)
    for place in walk.places {
      guard let (hop, path) = place.hop, hop.claimCheck == nil else { continue }
      guard let limit = limit(into: hop.to, asynchronous: hop.verb == .invoke) else { continue }
      func note(_ size: Int64, _ key: CheckReport.Key?) {
        let mend = hop.verb == .call ? "hand a link on with 'claimCheck', or 'split' it" : "hand a link on with 'claimCheck'"
        report.note(.payload(size, limit: limit.size, into: limit.what, mend: mend), at: path + [key].compactMap { $0 })
      }
      if let split = hop.split {
        if split.size > limit.size { note(split.size, "split") }
      } else if let size = hop.size {
        if let size = size.fixed, size > limit.size { note(size, "size") }
      } else if place.isCertain, let given, given > limit.size {
        note(given, nil)
      }
    }
  }

  /// The size of the items of a function, where all are of one size, as nothing but sources hands it any.
  private func givenSize(of function: FunctionSpec) -> Int64? {
    guard function.triggers.isEmpty, !handed.contains(function.name) else { return nil }
    let doors = scenario.doors.filter { $0.to == function.name }
    let sources = ([function.name] + doors.map(\.name)).flatMap { self.sources[$0] ?? [] }
    guard let size = sources.first?.size.fixed else { return nil }
    return sources.allSatisfy { $0.size.fixed == size } ? size : nil
  }
}

extension Distribution {
  /// The value that it always has, if it always has the same.
  fileprivate var fixed: Int64? {
    guard case .constant(let value) = self else { return nil }
    return Int64(value)
  }
}
