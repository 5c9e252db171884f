internal import Fleet
internal import Simulation
internal import Variates

extension BlueprintCompiler {
  mutating func compile(_ service: ServiceSpec) {
    var plan = ServicePlan(key: key(of: service.name), latency: blueprint.samplers.add(service.latency))
    if let growth = service.growth {
      plan.growthFrom = Int64(growth.from)
      plan.growth = growth.perConnection
    }
    if let limit = service.rateLimit {
      plan.rate = TokenBucket(capacity: Int64(limit.burst), perSecond: limit.rate)
      plan.rateExcess = limit.excess.plan
    }
    if let limit = service.concurrencyLimit {
      plan.connections = Int64(limit.connections)
      plan.connectionExcess = limit.excess.plan
      plan.isHeldByInstance = limit.heldBy == .instance
    }
    plan.queueLength = service.queueLimit?.length.map(Int64.init) ?? .max
    plan.queueWait = service.queueLimit?.wait ?? .never
    plan.rejectLatency = blueprint.samplers.add(service.rejectLatency)
    plan.error = service.failures.error
    plan.stall = service.failures.stall
    plan.answer = blueprint.samplers.add(service.answer)
    let outages = (service.outages + outages(of: service)).flatMap { stretches(of: $0) }.sorted {
      ($0.from, $0.until) < ($1.from, $1.until)
    }
    plan.firstOutage = UInt32(blueprint.outages.count)
    plan.outages = UInt32(outages.count)
    blueprint.outages += outages
    plan.faults = faults(of: service.name)
    blueprint.services.append(plan)
  }

  /// The times of an outage within the run, nanoseconds since its start.
  func stretches(of outage: Outage) -> [Fleet.Outage] {
    moments(of: outage.at).map { Fleet.Outage(from: $0, until: $0 + outage.length, stalls: outage.manner == .stall) }
  }

  /// The instants of a moment within the run, nanoseconds since its start.
  func moments(of moment: Moment) -> [Nanoseconds] {
    switch moment {
    case .afterStart(let time): return [time]
    case .daily(let time):
      let day: Nanoseconds = 24 * 3600 * .second
      let start = scenario.run.start.nanoseconds
      let first = ((time - start) % day + day) % day
      return Array(stride(from: first, to: blueprint.end, by: Int(day)))
    }
  }
}

extension ServiceSpec.Excess {
  fileprivate var plan: ServicePlan.Excess {
    switch self {
    case .reject: .reject
    case .queue: .queue
    }
  }
}
