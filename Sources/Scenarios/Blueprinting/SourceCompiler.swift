internal import Fleet
internal import Simulation
internal import Variates

extension BlueprintCompiler {
  mutating func compile(_ source: TrafficSpec) {
    let function = functionNumbers[source.to] ?? 0
    var plan = SourcePlan(kind: .curve, function: function, key: key(of: source.name))
    compileTarget(of: source, into: &plan)
    switch source.arrivals {
    case .open(let shape, let process): compile(shape, process, into: &plan)
    case .scheduled(let schedule, let count):
      list(scenario.run.occurrences(of: schedule).flatMap { Array(repeating: $0, count: count) }, in: &plan)
    case .trace(let trace): compile(trace, into: &plan)
    case .users(let count, let think):
      plan.kind = .users
      plan.batch = UInt32(count)
      plan.sampler = blueprint.samplers.add(think)
    }
    carry(size: source.size, key: source.key, kinds: source.kinds, into: &plan)
    if let limit = scenario.platform.payload.request, source.size.quantile(1) > Double(limit) { plan.payloadLimit = limit }
    compileClient(source.client, into: &plan)
    blueprint.sources.append(plan)
  }

  /// Where the requests go; those to a function that hands nothing on are plain.
  private mutating func compileTarget(of source: TrafficSpec, into plan: inout SourcePlan) {
    guard let receiver = scenario.receiver(named: source.to) else { return }
    plan.isFollowed = reach.isFollowed(receiver, scenario)
    if case .function(let index) = receiver, scenario.functions[index].container == nil {
      if plan.isFollowed || poisons(index) { plan.target = Target(.function, UInt32(index), flow: UInt32(blueprint.sources.count)) }
    } else {
      plan.target = target(of: source.to)
    }
    if let latency = handover(to: receiver) {
      plan.handover = blueprint.samplers.add(latency)
      plan.hasHandover = latency != .constant(0)
    }
    if case .bucket(let index) = receiver {
      plan.transfer = Double(Nanoseconds.second) / scenario.buckets[index].bandwidth
      plan.hasHandover = true
    }
  }

  /// How long the call takes by which a source hands a request over to what only takes it in.
  private func handover(to receiver: Receiver) -> Distribution? {
    switch receiver {
    case .queue: scenario.platform.hops?.send
    case .stream: scenario.platform.hops?.put
    case .topic: scenario.platform.hops?.publish
    case .bus: scenario.platform.hops?.emit
    case .bucket(let index): scenario.buckets[index].put
    case .function(let index): scenario.functions[index].container == nil ? nil : scenario.platform.containers?.call
    case .door, .service, .workflow: nil
    }
  }

  private mutating func compile(_ shape: RateShape, _ process: ArrivalProcess, into plan: inout SourcePlan) {
    switch process {
    case .poisson: plan.process = .poisson
    case .uniform: plan.process = .uniform
    case .gamma(let cv):
      plan.process = .gamma
      plan.sampler = blueprint.samplers.add(.gamma(shape: 1 / (cv * cv), scale: cv * cv))
    }
    if case .onOff(let onRate, let offRate, let on, let off) = shape {
      plan.kind = .onOff
      plan.onRate = onRate / Double(Nanoseconds.second)
      plan.offRate = offRate / Double(Nanoseconds.second)
      plan.onTime = Double(on)
      plan.offTime = Double(off)
      return
    }
    let curve = RateCurve(shape, from: scenario.run.start)
    plan.first = UInt32(blueprint.segments.count)
    plan.count = UInt32(curve.segments.count)
    plan.period = curve.repeats ? 1 : 0
    blueprint.segments += curve.segments
  }

  private mutating func compile(_ trace: Trace, into plan: inout SourcePlan) {
    plan.replay = trace.replay
    func scaled(_ time: Int64) -> Int64 { trace.speed == 1 ? time : Int64(Double(time) / trace.speed) }
    switch trace.record {
    case .timestamps(let times): list(times.map(scaled), in: &plan)
    case .counts(let counts, let every, let within):
      plan.kind = .counts
      plan.first = UInt32(blueprint.counts.count)
      plan.count = UInt32(counts.count)
      plan.period = max(1, scaled(every))
      plan.isEven = within == .even
      blueprint.counts += counts.map { UInt32(clamping: $0) }
    case .invocations(let starts, let durations):
      plan.durations = UInt32(blueprint.durations.count)
      blueprint.durations += durations
      list(starts.map(scaled), in: &plan)
    }
  }

  private mutating func list(_ times: [Nanoseconds], in plan: inout SourcePlan) {
    plan.kind = .times
    plan.first = UInt32(blueprint.times.count)
    plan.count = UInt32(times.count)
    blueprint.times += times
  }

  private mutating func compileClient(_ client: ClientSpec, into plan: inout SourcePlan) {
    guard client.timeout != nil || client.retry.attempts > 1 else { return }
    var client = blueprint.plan(of: client)
    if client.timeout < .never { client.timeoutLane = blueprint.lane(of: client.timeout) }
    plan.client = Int32(blueprint.clients.count)
    blueprint.clients.append(client)
  }
}

extension Blueprint {
  /// A client as the simulation has it, without a lane.
  mutating func plan(of client: ClientSpec) -> ClientPlan {
    var plan = ClientPlan()
    plan.timeout = client.timeout ?? .never
    plan.attempts = UInt32(client.retry.attempts)
    plan.retriesThrottle = client.retry.on.contains(.throttle)
    plan.retriesError = client.retry.on.contains(.error)
    plan.retriesTimeout = client.retry.on.contains(.timeout)
    switch client.retry.backoff {
    case .none: plan.backoff = .none
    case .constant(let pause):
      plan.backoff = .constant
      plan.pause = samplers.add(pause)
    case .exponential(let base, let cap): (plan.backoff, plan.base, plan.cap) = (.exponential, base, cap)
    case .fullJitter(let base, let cap): (plan.backoff, plan.base, plan.cap) = (.fullJitter, base, cap)
    case .equalJitter(let base, let cap): (plan.backoff, plan.base, plan.cap) = (.equalJitter, base, cap)
    case .decorrelated(let base, let cap): (plan.backoff, plan.base, plan.cap) = (.decorrelated, base, cap)
    }
    return plan
  }
}
