internal import Billing
internal import Fleet
internal import Simulation
internal import Variates

extension BlueprintCompiler {
  mutating func compileDoors() {
    guard let rules = scenario.platform.doors else { return }
    for door in scenario.doors { compile(door, rules) }
    let sharing = blueprint.doors.contains { $0.sharesThrottle }
    if sharing { blueprint.doorThrottle = rules.throttle.tokens }
  }

  private mutating func compile(_ door: DoorSpec, _ rules: DoorRules) {
    var plan = DoorPlan(to: target(of: door.to))
    if let timeout = door.timeout {
      plan.timeout = timeout
      plan.timeoutLane = blueprint.lane(of: timeout)
    }
    plan.throttle = door.throttle?.tokens
    plan.sharesThrottle = door.kind == .httpApi || door.kind == .restApi
    plan.latency = blueprint.samplers.add(door.latency)
    if let limit = rules.rule(door.kind)?.payload {
      plan.requestLimit = limit
      plan.answerLimit = limit
    }
    plan.unit = DoorMeter.chunk(through: door.kind.meter) ?? .max
    plan.faults = faults(of: door.name)
    blueprint.doors.append(plan)
  }
}

extension Throttle {
  /// The engine's bucket of the limit.
  var tokens: TokenBucket { TokenBucket(capacity: Int64(burst), perSecond: rate) }
}
