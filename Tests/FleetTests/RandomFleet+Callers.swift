import Simulation
import Variates

@testable import Fleet

extension RandomFleet {
  /// Lets an SDK with or without quota and rate, a breaker, or neither watch over a hop.
  mutating func addWatch(to hop: inout HopPlan) {
    if draw.chance(0.4) {
      var sdk = SDKPlan(throttleBase: 200 * .millisecond, transientBase: draw.one(of: [100 * .millisecond, 0]))
      if draw.chance(0.5) { sdk.cap = 300 * .millisecond }
      if draw.chance(0.7) { sdk.quota = RetryQuota(capacity: 12, throttle: 5, timeout: 10, transient: 5, success: 1) }
      if draw.chance(0.3) {
        sdk.rate = ClientRatePlan(beta: 0.7, scale: 0.4, smoothing: 0.8, window: 0.5, lowest: draw.one(of: [0.5, 5]), highest: 2)
      }
      sdk.client = UInt32(draw.below(3))
      hop.sdk = Int32(blueprint.sdks.count)
      blueprint.sdks.append(sdk)
    }
    if draw.chance(0.3) {
      let isShared = draw.chance(0.4)
      let slot = UInt32(blueprint.breakers.count { $0.isShared == isShared })
      hop.breaker = Int32(blueprint.breakers.count)
      blueprint.breakers.append(
        BreakerPlan(
          failures: UInt32(draw.number(in: 1...3)), within: max(time(1000), 1), open: max(time(1000), 1),
          probes: UInt32(draw.number(in: 1...3)), isShared: isShared, slot: slot))
    }
  }

  /// What goes wrong on purpose: with functions and services, and deployments.
  mutating func addFaults() {
    for index in blueprint.functions.indices where draw.chance(0.3) { blueprint.functions[index].faults = faults(mayPoison: true) }
    for index in blueprint.services.indices where draw.chance(0.3) { blueprint.services[index].faults = faults(mayPoison: false) }
    for index in blueprint.queues.indices where draw.chance(0.3) { blueprint.queues[index].faults = faults(mayPoison: true) }
    for index in blueprint.streams.indices where draw.chance(0.3) { blueprint.streams[index].faults = faults(mayPoison: true) }
    for index in blueprint.brokers.indices where draw.chance(0.3) { blueprint.brokers[index].faults = faults(mayPoison: true) }
    for index in blueprint.doors.indices where draw.chance(0.3) { blueprint.doors[index].faults = faults(mayPoison: false) }
    for index in blueprint.functions.indices where draw.chance(0.25) {
      for _ in 0..<draw.number(in: 1...2) { blueprint.deploys.append(DeployPlan(of: UInt32(index), at: time(seconds * 400))) }
    }
  }

  private mutating func faults(mayPoison: Bool) -> FaultRange {
    let plans = (0..<draw.number(in: 1...4)).map { _ in fault(mayPoison: mayPoison) }.sorted { $0.from < $1.from }
    blueprint.faults += plans
    return FaultRange(first: UInt32(blueprint.faults.count - plans.count), count: UInt32(plans.count))
  }

  private mutating func fault(mayPoison: Bool) -> FaultPlan {
    let begin = time(seconds * 400)
    let end = begin + max(time(2000), 1)
    switch draw.below(mayPoison ? 4 : 3) {
    case 0: return FaultPlan(.outage, from: begin, until: end)
    case 1:
      var plan = FaultPlan(.throttle, from: begin, until: end)
      if draw.chance(0.7) { plan.rate = TokenBucket(capacity: draw.number(in: 1...3), perSecond: 2) }
      return plan
    case 2:
      var plan = FaultPlan(.latency, from: begin, until: end)
      plan.factor = draw.one(of: [0.5, 3])
      return plan
    default:
      var plan = FaultPlan(.poison, from: begin)
      plan.count = UInt32(draw.number(in: 1...5))
      return plan
    }
  }

  /// Marks the functions whose instances hold connections.
  mutating func markHolders() {
    for index in blueprint.functions.indices {
      blueprint.functions[index].holdsConnections = program(of: index).contains { operation in
        guard operation.kind == .hop else { return false }
        let target = blueprint.hops[Int(operation.detail)].target
        return target.kind == .service && blueprint.services[Int(target.index)].isHeldByInstance
      }
    }
  }

  /// The operations of a function's program; one whose beginning comes next among all programs ends it.
  private func program(of index: Int) -> ArraySlice<Operation> {
    let (first, end) = (Int(blueprint.functions[index].program), Int(blueprint.functions[index].initProgram))
    return blueprint.operations[first..<end]
  }
}
