import Simulation
import Variates

@testable import Fleet

/// Asynchronous invocations, doors and brokers. What they lead to was made before, so that nothing goes in circles.
extension RandomFleet {
  /// Somewhere that takes what a function or a source hands on; nil where there is nothing yet.
  mutating func receiver() -> Target? {
    if blueprint.functions.isEmpty { return nil }
    switch draw.below(6) {
    case 0: return Target(.door, addDoor())
    case 1: return event()
    case 2, 3: return Target(.fetch, UInt32(draw.below(UInt64(blueprint.brokers.count))))
    default: return Target(.broker, addBroker())
    }
  }

  /// A function as one of the fleet's, reached by a link of its own.
  private mutating func linked(_ kind: Target.Kind) -> Target {
    let function = UInt32(draw.below(UInt64(blueprint.functions.count)))
    blueprint.links.append(LinkPlan(to: function))
    return Target(kind, function, flow: UInt32(blueprint.links.count - 1))
  }

  private mutating func event() -> Target { linked(.event) }

  private mutating func bucket() -> TokenBucket {
    TokenBucket(capacity: draw.number(in: 1...4), refill: draw.number(in: 1...4), every: draw.one(of: [.second, 300 * .millisecond]))
  }

  private mutating func addDoor() -> UInt32 {
    let service = Target(.service, UInt32(draw.below(UInt64(blueprint.services.count))))
    var plan = DoorPlan(to: draw.chance(0.7) ? linked(.function) : service)
    if draw.chance(0.5) {
      plan.timeout = max(50 * .millisecond, time(300))
      if draw.chance(0.5) { plan.timeoutLane = blueprint.lane(of: plan.timeout) }
    }
    if draw.chance(0.3) { plan.throttle = bucket() }
    plan.sharesThrottle = draw.chance(0.4)
    if plan.sharesThrottle && blueprint.doorThrottle == nil { blueprint.doorThrottle = bucket() }
    if draw.chance(0.6) { plan.latency = sampler(20) }
    if draw.chance(0.2) { (plan.requestLimit, plan.answerLimit) = (2500, 1500) }
    blueprint.doors.append(plan)
    return UInt32(blueprint.doors.count - 1)
  }

  private mutating func addBroker() -> UInt32 {
    if draw.chance(0.3) { return UInt32(draw.below(UInt64(blueprint.brokers.count))) }
    var plan = BrokerPlan()
    if draw.chance(0.7) { plan.latency = sampler(50) }
    if draw.chance(0.4) { plan.acceptRate = bucket() }
    if draw.chance(0.4) { plan.fetchRate = bucket() }
    if draw.chance(0.3) { plan.deliveryRate = bucket() }
    plan.keepsChain = draw.chance(0.7)
    plan.unit = 1000
    plan.subscriptions = UInt32(draw.number(in: 0...3))
    // A broker delivers to those made before it.
    let targets = (0..<plan.subscriptions).map { _ in
      draw.chance(0.5) ? event() : Target(.broker, UInt32(draw.below(UInt64(blueprint.brokers.count))))
    }
    plan.firstSubscription = UInt32(blueprint.subscriptions.count)
    for target in targets { addSubscription(to: target) }
    blueprint.brokers.append(plan)
    return UInt32(blueprint.brokers.count - 1)
  }

  private mutating func addSubscription(to target: Target) {
    var plan = SubscriptionPlan(from: UInt32(blueprint.brokers.count), to: target, salt: key())
    plan.retry = retry()
    plan.isOrdered = draw.chance(0.3)
    if draw.chance(0.3) { plan.filter.largest = 1500 }
    if draw.chance(0.3) {
      (plan.filter.firstKind, plan.filter.kinds) = (UInt32(blueprint.filterKinds.count), 2)
      blueprint.filterKinds += [0, 2]
    }
    if draw.chance(0.7) { plan.deadLetter = sink() }
    blueprint.subscriptions.append(plan)
  }

  /// A broker without subscribers, which takes items or refuses some, for what is given up.
  mutating func addSink() {
    var plan = BrokerPlan()
    if draw.chance(0.5) { plan.acceptRate = bucket() }
    if draw.chance(0.4) { plan.fetchRate = bucket() }
    blueprint.brokers.append(plan)
  }

  private mutating func sink() -> Target {
    Target(.broker, UInt32(draw.one(of: blueprint.brokers.indices.filter { blueprint.brokers[$0].subscriptions == 0 })))
  }

  private mutating func retry() -> RetryPlan {
    var retry = RetryPlan(retries: UInt32(draw.number(in: 0...4)))
    if draw.chance(0.5) {
      (retry.firstPause, retry.pauses) = (UInt32(blueprint.pauses.count), 2)
      blueprint.pauses += [time(100), time(1000)]
    } else {
      (retry.base, retry.cap) = (max(time(200), 1), 2 * .second)
    }
    if draw.chance(0.5) { retry.maximumAge = max(time(3000), 1) }
    return retry
  }

  /// What becomes of asynchronous invocations; what they set off goes to functions made before, or to what takes everything.
  mutating func addEventPlans() {
    for index in blueprint.functions.indices {
      var plan = EventPlan()
      if draw.chance(0.7) { plan.latency = sampler(40) }
      plan.retry = retry()
      (plan.throttleBase, plan.throttleCap) = (100 * .millisecond, 2 * .second)
      if draw.chance(0.4) { plan.onSuccess = destination(below: index) }
      if draw.chance(0.4) { plan.onFailure = destination(below: index) }
      if draw.chance(0.4) { plan.deadLetter = sink() }
      if draw.chance(0.3) { blueprint.functions[index].recursionLimit = UInt8(draw.number(in: 1...3)) }
      if draw.chance(0.5) { blueprint.functions[index].answer = Sampler(constant: Double(draw.number(in: 0...3000))) }
      if draw.chance(0.2) { blueprint.functions[index].answerLimit = 2000 }
      if draw.chance(0.2) { blueprint.functions[index].requestLimit = 2500 }
      if draw.chance(0.2) { plan.payloadLimit = 2500 }
      blueprint.events.append(plan)
    }
  }

  private mutating func destination(below index: Int) -> Target? {
    if index == 0 || draw.chance(0.3) { return sink() }
    let function = UInt32(draw.below(UInt64(index)))
    blueprint.links.append(LinkPlan(to: function))
    return Target(.event, function, flow: UInt32(blueprint.links.count - 1))
  }

  /// Gives the links by which deliveries reach functions their flows.
  mutating func numberDeliveries() {
    let first = UInt32(blueprint.sources.count)
    func number(_ target: inout Target) {
      if target.kind == .function || target.kind == .event { target.flow += first }
    }
    for index in blueprint.doors.indices { number(&blueprint.doors[index].target) }
    for index in blueprint.subscriptions.indices { number(&blueprint.subscriptions[index].target) }
    for index in blueprint.events.indices {
      for path in [\EventPlan.onSuccess, \EventPlan.onFailure, \EventPlan.deadLetter] {
        if var target = blueprint.events[index][keyPath: path] {
          number(&target)
          blueprint.events[index][keyPath: path] = target
        }
      }
    }
    for index in blueprint.hops.indices where blueprint.hops[index].target.kind == .event { number(&blueprint.hops[index].target) }
    for index in blueprint.sources.indices where blueprint.sources[index].target?.kind == .event {
      blueprint.sources[index].target?.flow += first
    }
  }
}
