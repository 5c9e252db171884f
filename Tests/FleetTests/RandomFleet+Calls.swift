import Simulation
import Variates

@testable import Fleet

extension RandomFleet {
  /// Services with limits, failures and outages, for the hops of programs.
  mutating func addServices() {
    for _ in 0..<draw.number(in: 1...3) {
      var plan = ServicePlan(key: key(), latency: sampler(100))
      if draw.chance(0.3) { (plan.growthFrom, plan.growth) = (draw.number(in: 0...3), draw.one(of: [0.1, 0.5])) }
      if draw.chance(0.4) {
        plan.rate = TokenBucket(capacity: draw.number(in: 1...5), perSecond: draw.one(of: [0.5, 2, 10]))
        plan.rateExcess = draw.one(of: [.reject, .queue])
      }
      if draw.chance(0.4) { (plan.connections, plan.connectionExcess) = (draw.number(in: 1...3), draw.one(of: [.reject, .queue])) }
      plan.isHeldByInstance = draw.chance(0.3)
      if draw.chance(0.3) { plan.answer = sampler(1) }
      if draw.chance(0.3) { plan.queueLength = draw.number(in: 0...3) }
      if draw.chance(0.3) { plan.queueWait = max(50 * .millisecond, time(500)) }
      if draw.chance(0.5) { plan.rejectLatency = sampler(20) }
      if draw.chance(0.4) { (plan.error, plan.stall) = (draw.one(of: [0, 0.3]), draw.one(of: [0, 0.1])) }
      if draw.chance(0.3) { addOutages(to: &plan) }
      blueprint.services.append(plan)
    }
  }

  private mutating func addOutages(to plan: inout ServicePlan) {
    plan.firstOutage = UInt32(blueprint.outages.count)
    plan.outages = 2
    let begin = time(seconds * 200)
    let (first, gap, second) = (max(time(1000), 1), time(seconds * 200), max(time(1000), 1))
    blueprint.outages.append(Outage(from: begin, until: begin + first, stalls: draw.chance(0.3)))
    blueprint.outages.append(Outage(from: begin + first + gap, until: begin + first + gap + second, stalls: draw.chance(0.3)))
  }

  /// The place of a hop to a service, or to something else that was made before.
  mutating func addHop() -> UInt32 {
    var hop: HopPlan
    if !blueprint.queues.isEmpty && draw.chance(0.4) {
      hop = HopPlan(to: Target(.queue, UInt32(draw.below(UInt64(blueprint.queues.count)))))
      if draw.chance(0.3) { hop.count = Sampler(constant: Double(draw.number(in: 0...12))) }
      if draw.chance(0.2) { hop.delay = time(300) }
    } else if draw.chance(0.4), let target = receiver() {
      hop = HopPlan(to: target)
      if target.kind.onlyTakes && draw.chance(0.3) { hop.count = Sampler(constant: Double(draw.number(in: 0...3))) }
    } else if blueprint.functions.isEmpty || draw.chance(0.6) {
      hop = HopPlan(to: Target(.service, UInt32(draw.below(UInt64(blueprint.services.count)))))
    } else {
      let function = UInt32(draw.below(UInt64(blueprint.functions.count)))
      // The sources' flows come first; how many there are is known when all are made.
      hop = HopPlan(to: Target(.function, function, flow: UInt32(blueprint.links.count)))
      blueprint.links.append(LinkPlan(to: function))
    }
    hop.caller = caller()
    addWatch(to: &hop)
    if draw.chance(0.4) {
      hop.latency = sampler(20)
      hop.hasLatency = true
    }
    if draw.chance(0.3) { hop.size = sampler(1) }
    if draw.chance(0.3) { hop.kind = UInt16(draw.below(3)) }
    blueprint.hops.append(hop)
    return UInt32(blueprint.hops.count - 1)
  }

  /// Sends some sources' requests on as items: to a function by its flow, or to a service.
  mutating func followSources() {
    for index in blueprint.sources.indices where !blueprint.sources[index].isWarmer {
      let kind = draw.below(6)
      if kind == 0 {
        blueprint.sources[index].target = Target(.function, blueprint.sources[index].function, flow: UInt32(index))
        blueprint.sources[index].isFollowed = draw.chance(0.7)
      } else if kind == 1 {
        blueprint.sources[index].target = Target(.service, UInt32(draw.below(UInt64(blueprint.services.count))))
      } else if kind == 2 && !blueprint.queues.isEmpty {
        blueprint.sources[index].target = Target(.queue, UInt32(draw.below(UInt64(blueprint.queues.count))))
        blueprint.sources[index].isFollowed = draw.chance(0.8)
        if draw.chance(0.5) { blueprint.sources[index].keys = blueprint.samplers.add(.uniform(low: 0, high: 5)) }
      } else if kind < 4, let target = receiver(), target.kind != .fetch {
        blueprint.sources[index].target = target
        blueprint.sources[index].isFollowed = target.kind.onlyTakes || draw.chance(0.7)
      } else {
        continue
      }
      blueprint.sources[index].payloadLimit = .max
      if draw.chance(0.3) {
        blueprint.sources[index].handover = sampler(20)
        blueprint.sources[index].hasHandover = true
      }
    }
  }

  /// Gives links their flows: they come behind those of the sources.
  mutating func numberLinks() {
    for index in blueprint.hops.indices where blueprint.hops[index].target.kind == .function {
      blueprint.hops[index].target.flow += UInt32(blueprint.sources.count)
    }
    for index in blueprint.mappings.indices { blueprint.mappings[index].flow += UInt32(blueprint.sources.count) }
  }
}
