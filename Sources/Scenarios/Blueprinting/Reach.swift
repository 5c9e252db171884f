/// Which functions hand items on that live longer than the answer: what such a function does has not ended when it has.
struct Reach {
  /// By the function's place in the scenario.
  private(set) var handsOn: [Bool]

  init(_ scenario: Scenario) {
    handsOn = Array(repeating: false, count: scenario.functions.count)
    let hops = scenario.functions.map { ($0.steps + ($0.perItem?.steps ?? [])).flatMap(\.hops) }
    var grows = true
    while grows {
      grows = false
      for (index, own) in hops.enumerated() where !handsOn[index] {
        guard own.contains(where: { leads(on: $0, scenario) }) else { continue }
        handsOn[index] = true
        grows = true
      }
    }
  }

  private func leads(on hop: Hop, _ scenario: Scenario) -> Bool {
    if hop.claimCheck != nil { return true }
    switch hop.verb {
    case .request, .fetch: return false
    case .invoke, .send, .put, .publish, .emit, .store, .start: return true
    case .runTask where !hop.waits: return true
    case .call, .runTask:
      return scenario.receiver(named: hop.to).map { isFollowed($0, scenario) } ?? false
    }
  }

  /// Whether what a request to something sets off goes on after its answer.
  func isFollowed(_ receiver: Receiver, _ scenario: Scenario) -> Bool {
    switch receiver {
    case .function(let index):
      // What is launched goes on after the call by which it was.
      return handsOn[index] || scenario.functions[index].container != nil
    case .door(let index): return scenario.receiver(named: scenario.doors[index].to).map { isFollowed($0, scenario) } ?? false
    case .service: return false
    case .queue, .stream, .topic, .bus, .bucket, .workflow: return true
    }
  }
}

extension Step {
  /// The hops in a step and in those inside it, in the order of the file.
  var hops: [Hop] {
    let own: [Hop]
    switch action {
    case .hop(let hop): own = [hop]
    case .choose(.byKind(let cases, let rest)): own = cases.flatMap { $0.steps.flatMap(\.hops) } + rest.flatMap(\.hops)
    case .choose(.bySize(let cases, let rest)): own = cases.flatMap { $0.steps.flatMap(\.hops) } + rest.flatMap(\.hops)
    case .choose(.byChance(let cases, let rest)): own = cases.flatMap { $0.steps.flatMap(\.hops) } + rest.flatMap(\.hops)
    case .repeat(let repetition): own = repetition.steps.flatMap(\.hops)
    case .once(let once): own = once.steps.flatMap(\.hops)
    case .continueAs(let next): own = next.hops
    case .compute, .wait, .fail: own = []
    }
    if case .steps(let remedy) = onError { return own + remedy.flatMap(\.hops) }
    return own
  }
}
