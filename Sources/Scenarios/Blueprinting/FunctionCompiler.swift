internal import Fleet
internal import Simulation
internal import Variates

extension BlueprintCompiler {
  mutating func compile(_ function: FunctionSpec) {
    let profile = scenario.platform
    // The blueprint is handed over and taken back, so that nobody else holds its lists while they grow: they would be copied each time.
    var programs = ProgramCompiler(self, of: function)
    blueprint = Blueprint(arrivalsEnd: 0, end: 0)
    let program = programs.compile(function.steps, perItem: function.perItem)
    let initProgram = programs.compile(function.initSteps)
    swap(&self, &programs.compiler)
    var plan = FunctionPlan(
      key: key(of: function.name), program: program, initProgram: initProgram, timeout: function.timeout,
      keepAlive: blueprint.samplers.add(function.keepAlive), start: start(of: function))
    plan.folds = !programs.forks && !programs.waits
    plan.waits = programs.waits
    plan.continues = programs.continues
    plan.itemsEnd = programs.itemsEnd
    if programs.waits { plan.timeoutLane = blueprint.lane(of: function.timeout) }
    plan.onceSlots = Int32(programs.onceSlots)
    plan.cpuLimit = profile.cpuLimit ?? .never
    plan.places = Int32(profile.requestsPerInstance)
    plan.pick = function.pick.plan
    plan.isPinned = function.binding == .pinned
    plan.maxLifetime = function.maxLifetime.map { blueprint.samplers.add($0) }
    plan.firstUse = function.firstUse.map { blueprint.samplers.add($0) }
    if let thaw = profile.thaw {
      plan.thawAfter = thaw.after
      plan.thaw = blueprint.samplers.add(thaw.time)
    }
    plan.firstWork = firstWork(of: function)
    plan.reserved = Int32(function.reservedConcurrency ?? -1)
    plan.ceiling = Int32(profile.concurrency.perFunction ?? -1)
    if case .queue(let patience) = profile.atLimit {
      plan.queueLimit = patience
      plan.queueLane = blueprint.lane(of: patience)
    }
    plan.answer = blueprint.samplers.add(function.answer)
    limits(of: function, &plan)
    plan.billingUnit = profile.billing.unit
    plan.billingMinimum = profile.billing.minimum
    plan.billsInit = billsInit(function)
    plan.metersCPU = profile.billing.basis == .cpuTime
    plan.metersInstances = profile.billing.basis == .instanceTime
    plan.holdsConnections = (function.steps + (function.perItem?.steps ?? [])).flatMap(\.hops).contains { holdsConnection($0) }
    plan.faults = faults(of: function.name)
    if let container = function.container { compile(container, image: function.artifact.size, into: &plan) }
    let index = UInt32(blueprint.functions.count)
    compileDeploys(of: function, index)
    blueprint.functions.append(plan)
    blueprint.functionNames.append(function.name)
    if let provisioned = function.provisionedConcurrency { compile(provisioned, of: index) }
  }

  /// Whether an instance that makes a hop keeps a connection from then on.
  private func holdsConnection(_ hop: Hop) -> Bool {
    guard case .service(let index)? = scenario.receiver(named: hop.to) else { return false }
    return scenario.services[index].concurrencyLimit?.heldBy == .instance
  }

  /// The CPU work of the first invocation on a new instance, at the function's memory.
  ///
  /// - Source: first-invoke durations at 128 to 1,024 MB, maxday/lambda-perf 2026.
  private func firstWork(of function: FunctionSpec) -> Nanoseconds {
    guard let runtime = function.runtime.flatMap(scenario.platform.coldStart.runtime), runtime.firstWork > 0 else { return 0 }
    let cpu = scenario.platform.cpu
    return CPUConversion(measured: cpu.quotaPeriod, actual: cpu.quota(at: function.memory), period: cpu.quotaPeriod).time(runtime.firstWork)
  }

  /// Whether the profile bills the function's initialisation.
  private func billsInit(_ function: FunctionSpec) -> Bool {
    let billed = scenario.platform.coldStart.billed
    if function.artifact.package == .image { return billed.image }
    let isCustom = function.runtime.flatMap(scenario.platform.coldStart.runtime)?.custom ?? false
    return isCustom ? billed.custom : billed.managed
  }

  /// How an instance of the function starts.
  ///
  /// - Source: docs/model.md, Cold starts.
  private mutating func start(of function: FunctionSpec) -> StartPlan {
    let rule = scenario.platform.coldStart
    let artifact = function.artifact
    let runtime = function.runtime.flatMap(rule.runtime)
    let megabyte = Double(1 << 20)
    let zipFetch =
      rule.zipFetch.perPackedMB * Double(artifact.size) / megabyte + rule.zipFetch.perUnpackedMB * Double(artifact.unpacked) / megabyte
    let isImage = artifact.package == .image
    let runtimeStart = runtime?.start(artifact.package, function.architecture)
    var plan = StartPlan(
      placement: blueprint.samplers.add(rule.placement),
      fetch: isImage ? blueprint.samplers.add(rule.imageFetch.fixed) : Sampler(constant: zipFetch),
      runtime: runtimeStart.map { blueprint.samplers.add($0) } ?? Sampler(constant: 0))
    if isImage && rule.imageFetch.uncachedChance > 0 {
      plan.uncachedChance = rule.imageFetch.uncachedChance
      plan.uncached = blueprint.samplers.add(rule.imageFetch.uncached)
    }
    plan.load = (runtime?.loadPerMB ?? 0) * Double(artifact.loaded) / megabyte
    if rule.transferSigma > 0 { plan.noise = blueprint.samplers.add(.lognormal(mu: 0, sigma: rule.transferSigma)) }
    plan.restore = function.snapStart.map { blueprint.samplers.add($0) }
    plan.initLimit = rule.initLimit ?? .never
    plan.initsAfterReset = rule.afterReset == .suppressed
    return plan
  }

  private mutating func compile(_ provisioned: ProvisionedConcurrency, of function: UInt32) {
    guard let rule = scenario.platform.provisioned else { return }
    let delay = blueprint.samplers.add(rule.delay)
    var plan = ProvisionedPlan(function: function, initial: 0, delay: delay, perMinute: Int64(rule.perMinute))
    plan.requestsPerUnit = scenario.platform.concurrency.requestsPerUnit.map(Int64.init)
    switch provisioned {
    case .fixed(let count, _):
      plan.initial = Int64(count)
      plan.changes = provisioned.scheduledChanges(in: scenario.run) ?? []
    case .targetTracking(let utilization, let minimum, let maximum):
      plan.initial = Int64(minimum)
      plan.tracking = TargetTracking(
        utilization: utilization, minimum: Int64(minimum), maximum: Int64(maximum), scaleOutAfter: rule.scaleOutAfter,
        scaleInAfter: rule.scaleInAfter)
    }
    blueprint.provisioned.append(plan)
  }

  /// The pings of a warmer: some at a time, at equal distances.
  mutating func compile(_ warmer: Warmer, of function: FunctionSpec, _ index: UInt32) {
    var plan = SourcePlan(kind: .periodic, function: index, key: key(of: "\(function.name) warmer"))
    plan.period = warmer.every
    plan.batch = UInt32(warmer.count)
    plan.isWarmer = true
    plan.sampler = blueprint.samplers.add(warmer.duration)
    blueprint.sources.append(plan)
  }
}

extension CPURule {
  /// The part of each period that a memory size may compute, in nanoseconds.
  func quota(at memory: Int64) -> Nanoseconds {
    guard let memoryPerVCPU else { return quotaPeriod }
    let share = min(1, Double(memory) / Double(memoryPerVCPU))
    return max(1, Nanoseconds(share * Double(quotaPeriod)))
  }
}

extension Pick {
  fileprivate var plan: Fleet.Pick {
    switch self {
    case .mostRecent: .mostRecent
    case .leastRecent: .leastRecent
    case .newest: .newest
    case .oldest: .oldest
    case .random: .random
    }
  }
}
