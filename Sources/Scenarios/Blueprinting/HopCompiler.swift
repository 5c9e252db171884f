internal import Fleet
internal import Simulation
internal import Variates

extension BlueprintCompiler {
  /// Compiles a hop and gives its place.
  ///
  /// - Parameter function: whose step it is.
  mutating func compile(_ hop: Hop, of function: FunctionSpec) -> UInt32 {
    var plan = HopPlan(to: target(of: hop))
    plan.caller = caller(of: hop, function)
    plan.sdk = sdk(of: hop, function)
    plan.breaker = breaker(of: hop, function)
    if let latency = latency(of: hop) {
      plan.latency = blueprint.samplers.add(latency)
      plan.hasLatency = latency != .constant(0)
    }
    if let bucket = bucket(of: hop) {
      plan.transfer = Double(Nanoseconds.second) / bucket.bandwidth
      plan.hasLatency = true
    }
    plan.size = hop.size.map { blueprint.samplers.add($0) }
    if case .drawn(let keys)? = hop.key { plan.key = blueprint.samplers.add(keys.distribution) }
    if let kind = hop.kind { plan.kind = UInt16(truncatingIfNeeded: number(ofKind: kind)) }
    plan.count = hop.count.map { blueprint.samplers.add($0) }
    if hop.delay > 0 { plan.delay = hop.delay }
    if let bucket = hop.claimCheck {
      plan.claim = UInt16(truncatingIfNeeded: target(of: bucket).index)
      plan.link = scenario.platform.buckets?.link ?? 0
    }
    plan.function = functionNumbers[function.name] ?? 0
    blueprint.hops.append(plan)
    return UInt32(blueprint.hops.count - 1)
  }

  /// When the function gives a hop up and tries it again: as the step says, else as its SDK does.
  ///
  /// A service is asked once and waited for until the function's own end.
  private mutating func caller(of hop: Hop, _ function: FunctionSpec) -> ClientPlan {
    var client = ClientSpec(timeout: nil, retry: hop.retry ?? .none)
    switch hop.timeout {
    case .after(let time): client.timeout = time
    case .none: client.timeout = nil
    case .standard: client.timeout = hop.verb == .request || hop.waits ? nil : function.sdk?.timeout
    }
    var plan = blueprint.plan(of: client)
    if hop.retry == nil, hop.verb != .request, let sdk = function.sdk { plan.attempts = UInt32(clamping: sdk.attempts) }
    if plan.timeout < .never { plan.timeoutLane = blueprint.lane(of: plan.timeout) }
    return plan
  }

  /// How long the platform's own call takes.
  private func latency(of hop: Hop) -> Distribution? {
    if let bucket = bucket(of: hop) { return hop.verb == .store ? bucket.put : bucket.get }
    guard let rules = scenario.platform.hops else { return nil }
    switch hop.verb {
    case .call: return rules.call
    case .invoke: return rules.invoke
    case .send: return rules.send
    case .put: return rules.put
    case .publish: return rules.publish
    case .emit: return rules.emit
    case .runTask: return scenario.platform.containers?.call
    case .store, .fetch, .request, .start: return nil
    }
  }

  /// Where a hop goes: a function that is invoked gets an event, a bucket from which is fetched gives.
  private mutating func target(of hop: Hop) -> Target {
    switch hop.verb {
    case .invoke: return takingTarget(of: hop.to)
    case .runTask where hop.waits:
      let container = functionNumbers[hop.to] ?? 0
      return Target(.function, container, flow: link(to: Int(container)))
    case .fetch: return Target(.fetch, target(of: hop.to).index)
    default: return target(of: hop.to)
    }
  }

  /// The bucket to which or from which a hop transfers.
  private func bucket(of hop: Hop) -> BucketSpec? {
    hop.verb == .store || hop.verb == .fetch ? scenario.buckets.first { $0.name == hop.to } : nil
  }

  /// The number of a kind of items, given when it is first met.
  mutating func number(ofKind name: String) -> UInt32 {
    if let number = kinds[name] { return number }
    kinds[name] = UInt32(kinds.count)
    return UInt32(kinds.count - 1)
  }
}

extension KeySpec {
  /// The keys as numbers from 1.
  var distribution: Distribution {
    switch self {
    case .zipf(let n, let s): .zipf(n: n, s: s)
    case .uniform(let n): .zipf(n: n, s: 0)
    }
  }
}
