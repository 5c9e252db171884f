internal import Fleet
internal import Simulation

extension BlueprintCompiler {
  /// The faults of an element as a range of the blueprint's, in order of their beginnings; outages of services and deployments apart.
  mutating func faults(of name: String) -> FaultRange {
    var plans: [FaultPlan] = []
    for fault in scenario.faults where fault.of == name {
      for at in moments(of: fault.at) {
        if let plan = plan(of: fault.kind, at: at) { plans.append(plan) }
      }
    }
    if plans.isEmpty { return .none }
    // Of two that begin at one time the one that is written first comes first.
    let sorted = plans.enumerated().sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }.map(\.element)
    let range = FaultRange(first: UInt32(blueprint.faults.count), count: UInt32(sorted.count))
    blueprint.faults += sorted
    return range
  }

  /// - Source: docs/model.md, Faults: a throttle's bucket holds the tokens of one second, at least one, and is full when it begins.
  private func plan(of kind: FaultSpec.Kind, at: Nanoseconds) -> FaultPlan? {
    switch kind {
    case .outage(let length, _): return FaultPlan(.outage, from: at, until: at + length)
    case .throttle(let length, let rate):
      var plan = FaultPlan(.throttle, from: at, until: at + length)
      if rate > 0 { plan.rate = TokenBucket(ofOneSecond: rate) }
      return plan
    case .latency(let length, let factor):
      var plan = FaultPlan(.latency, from: at, until: at + length)
      plan.factor = factor
      return plan
    case .poison(let count):
      var plan = FaultPlan(.poison, from: at)
      plan.count = UInt32(clamping: count)
      return plan
    case .deploy: return nil
    }
  }

  /// The outages that a scenario's faults give a service, beside its own.
  func outages(of service: ServiceSpec) -> [Outage] {
    scenario.faults.compactMap { fault in
      guard fault.of == service.name, case .outage(let length, let manner) = fault.kind else { return nil }
      return Outage(at: fault.at, length: length, manner: manner)
    }
  }

  /// When a function is deployed anew.
  mutating func compileDeploys(of function: FunctionSpec, _ index: UInt32) {
    for fault in scenario.faults where fault.of == function.name && fault.kind == .deploy {
      for at in moments(of: fault.at) where at < blueprint.end { blueprint.deploys.append(DeployPlan(of: index, at: at)) }
    }
  }

  /// Whether what comes to a function may be poisoned, so that it must come as items.
  func poisons(_ function: Int) -> Bool {
    scenario.faults.contains { fault in
      if case .poison = fault.kind { fault.of == scenario.functions[function].name } else { false }
    }
  }
}
