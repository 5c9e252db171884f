internal import Fleet
internal import Simulation

extension BlueprintCompiler {
  /// The SDK that makes a hop's attempts; -1 where the step says itself how, or where none does.
  ///
  /// An instance has one client for each of the platform's services, which its functions' hops to that service share.
  mutating func sdk(of hop: Hop, _ function: FunctionSpec) -> Int32 {
    guard hop.retry == nil, let client = hop.verb.client, let spec = function.sdk else { return -1 }
    let key = "\(function.name)/\(client)"
    if let place = sdks[key] { return place }
    var plan = SDKPlan(throttleBase: spec.trying.throttle, transientBase: spec.trying.transient)
    plan.cap = spec.trying.cap ?? .never
    plan.quota = spec.trying.quota.map {
      RetryQuota(
        capacity: Int32(clamping: $0.capacity), throttle: Int32(clamping: $0.throttle), timeout: Int32(clamping: $0.timeout),
        transient: Int32(clamping: $0.transient), success: Int32(clamping: $0.success))
    }
    if spec.mode == .adaptive { plan.rate = scenario.platform.sdk.map { ClientRatePlan($0.adaptive) } }
    plan.client = UInt32(sdks.keys.count { $0.hasPrefix("\(function.name)/") })
    blueprint.sdks.append(plan)
    let place = Int32(blueprint.sdks.count - 1)
    sdks[key] = place
    return place
  }

  /// The breaker of a hop; -1 where it has none.
  mutating func breaker(of hop: Hop, _ function: FunctionSpec) -> Int32 {
    guard let spec = hop.breaker else { return -1 }
    let isShared = spec.scope == .shared
    let slot: UInt32
    if isShared {
      slot = UInt32(blueprint.breakers.count { $0.isShared })
    } else {
      slot = instanceBreakers[function.name, default: 0]
      instanceBreakers[function.name] = slot + 1
    }
    blueprint.breakers.append(
      BreakerPlan(
        failures: UInt32(clamping: spec.failures), within: spec.within, open: spec.open, probes: UInt32(clamping: spec.probes),
        isShared: isShared, slot: slot))
    return Int32(blueprint.breakers.count - 1)
  }
}

extension Hop.Verb {
  /// Which of the platform's services it calls; nil for what is not the platform's.
  fileprivate var client: String? {
    switch self {
    case .call, .invoke: "functions"
    case .runTask: "containers"
    case .send: "queues"
    case .put: "streams"
    case .publish: "topics"
    case .emit: "buses"
    case .store, .fetch: "buckets"
    case .start: "workflows"
    case .request: nil
    }
  }
}

extension ClientRatePlan {
  fileprivate init(_ rules: SDKRules.Adaptive) {
    self.init(
      beta: rules.beta, scale: rules.scale, smoothing: rules.smoothing, window: Double(rules.window) / 1e9, lowest: rules.lowest,
      highest: rules.highest)
  }
}
