internal import Fleet
internal import Simulation
internal import Variates

extension BlueprintCompiler {
  /// What becomes of asynchronous invocations, where any function is invoked so.
  mutating func compileEvents() {
    guard let rules = scenario.platform.async, invokesAsynchronously else { return }
    let first = addPauses(rules.waits)
    for function in scenario.functions {
      let spec = function.async ?? .standard(rules)
      var plan = EventPlan()
      plan.latency = blueprint.samplers.add(rules.latency)
      plan.retry = RetryPlan(retries: UInt32(spec.retries))
      plan.retry.maximumAge = spec.maximumEventAge
      (plan.retry.firstPause, plan.retry.pauses) = (first, UInt32(rules.waits.count))
      (plan.throttleBase, plan.throttleCap) = (rules.throttleBase, rules.throttleCap)
      plan.payloadLimit = scenario.platform.payload.event ?? .max
      plan.onSuccess = spec.onSuccess.map { takingTarget(of: $0) }
      plan.onFailure = spec.onFailure.map { takingTarget(of: $0) }
      plan.deadLetter = spec.deadLetter.map { takingTarget(of: $0) }
      blueprint.events.append(plan)
    }
  }

  private var invokesAsynchronously: Bool {
    func isFunction(_ name: String?) -> Bool { name.map { functionNumbers[$0] != nil } ?? false }
    let isDelivered = scenario.deliveries.contains { $0.kind == .function } || scenario.schedules.contains { isFunction($0.to) }
    if isDelivered || scenario.functions.contains(where: { isFunction($0.async?.onSuccess) || isFunction($0.async?.onFailure) }) {
      return true
    }
    return scenario.functions.contains { function in
      (function.steps + (function.perItem?.steps ?? [])).flatMap(\.hops).contains { $0.verb == .invoke }
    }
  }

  /// What takes items under a name; a function by asynchronous invocation.
  mutating func takingTarget(of name: String) -> Target {
    guard let function = functionNumbers[name], scenario.functions[Int(function)].container == nil else { return target(of: name) }
    return Target(.event, function, flow: link(to: Int(function)))
  }

  /// Lists pauses, and gives the place of the first.
  mutating func addPauses(_ pauses: [Nanoseconds]) -> UInt32 {
    blueprint.pauses += pauses
    return UInt32(blueprint.pauses.count - pauses.count)
  }

  /// What the platform takes and gives back of the items that a function works on, and where it ends a chain.
  ///
  /// Limits that nothing in the scenario can reach are left out.
  func limits(of function: FunctionSpec, _ plan: inout FunctionPlan) {
    if function.container != nil { return }
    let payload = scenario.platform.payload
    if let limit = payload.request, largestItem > Double(limit) { plan.requestLimit = limit }
    if let limit = payload.response, function.answer.quantile(1) > Double(limit) { plan.answerLimit = limit }
    let recursion = function.async?.recursion ?? .terminate
    if recursion == .terminate, let limit = scenario.platform.async?.recursionLimit {
      plan.recursionLimit = UInt8(clamping: limit)
    }
  }
}

extension Scenario {
  /// The largest size that an item may have, in bytes.
  var largestItemSize: Double {
    var largest = traffic.map { $0.size.quantile(1) } + schedules.map { $0.size.quantile(1) }
    for function in functions {
      let hops = (function.steps + (function.perItem?.steps ?? [])).flatMap(\.hops)
      largest += hops.compactMap { $0.size?.quantile(1) }
      largest.append(function.answer.quantile(1))
    }
    return largest.max() ?? 0
  }
}
