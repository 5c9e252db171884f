import Simulation
import Variates

@testable import Fleet

extension RandomFleet {
  /// A fleet of all that a blueprint can say.
  static func full(_ seed: Int) -> Blueprint {
    var fleet = RandomFleet(seed)
    fleet.blueprint.conversions = [CPUConversion(measured: 15_000_000, actual: 7_000_000, period: 20_000_000)]
    fleet.addServices()
    fleet.addSink()
    for _ in 0..<fleet.draw.number(in: 1...4) {
      if fleet.draw.chance(0.5) { fleet.addQueue() }
      fleet.addFullFunction()
    }
    for _ in 0..<fleet.draw.number(in: 0...2) { fleet.addQueue() }
    for _ in 0..<fleet.draw.number(in: 1...5) { fleet.addFullSource() }
    fleet.blueprint.trafficCount = fleet.blueprint.sources.count
    if fleet.draw.chance(0.3) { fleet.addWarmer() }
    if fleet.draw.chance(0.5) { fleet.followSources() }
    fleet.addInitialSources()
    fleet.addEventPlans()
    fleet.numberLinks()
    fleet.numberDeliveries()
    if fleet.draw.chance(0.4) { fleet.addProvisioned() }
    if fleet.draw.chance(0.5) { fleet.blueprint.seriesEvery = fleet.draw.one(of: [.second, 700 * .millisecond, 60 * .second]) }
    if fleet.draw.chance(0.5) { fleet.addStreams() }
    if fleet.draw.chance(0.4) { fleet.addFaults() }
    fleet.markHolders()
    return fleet.blueprint
  }

  private mutating func addFullFunction() {
    let forItems = draw.chance(0.4)
    let program = forItems ? addItemsProgram() : draw.chance(0.3) ? addPlainProgram(150) : addProgram(mayFork: true)
    let initProgram = draw.chance(0.5) ? addPlainProgram(100) : addProgram(mayFork: false)
    addFunction(program: program, initProgram: initProgram)
    let place = blueprint.functions.count - 1
    var plan = blueprint.functions[place]
    let operations = blueprint.operations[Int(program)..<Int(initProgram)]
    plan.waits = operations.contains { $0.kind == .hop }
    plan.folds = !plan.waits && !operations.contains { $0.kind == .fork || ($0.kind == .itemsBegin && $0.detail > 0) }
    if let end = operations.lastIndex(where: { $0.kind == .itemsEnd }) { plan.itemsEnd = UInt32(end) }
    if plan.waits && draw.chance(0.7) { plan.timeoutLane = blueprint.lane(of: plan.timeout) }
    plan.onceSlots = 2
    if draw.chance(0.2) { plan.cpuLimit = max(time(200), .millisecond) }
    if draw.chance(0.3) { plan.places = Int32(draw.number(in: 2...4)) }
    if draw.chance(0.15) { plan.firstUse = sampler(300) }
    if draw.chance(0.4) {
      plan.queueLimit = time(1000)
      plan.queueLane = draw.chance(0.7) ? blueprint.lane(of: plan.queueLimit) : -1
    }
    if draw.chance(0.2) { plan.billingUnit = 100 * .millisecond }
    plan.billsInit = draw.chance(0.5)
    plan.metersCPU = draw.chance(0.3)
    plan.metersInstances = draw.chance(0.3)
    blueprint.functions[place] = plan
  }

  private mutating func addFullSource() {
    switch draw.below(6) {
    case 0: addUsers()
    case 1: addOnOff()
    case 2: addCounts()
    default: addSource()
    }
    var source = blueprint.sources.removeLast()
    if draw.chance(0.5) { source.client = addClient() }
    if draw.chance(0.4) { source.kinds = blueprint.samplers.add(.uniform(low: 0, high: 3)) }
    source.size = draw.chance(0.4) ? blueprint.samplers.add(.exponential(mean: 2000)) : Sampler(constant: Double(draw.number(in: 0...3000)))
    if draw.chance(0.2) { source.payloadLimit = 2500 }
    if source.kind == .times {
      source.replay = draw.one(of: [1, 1, 0.5, 2.3])
      if draw.chance(0.5) {
        source.durations = UInt32(blueprint.durations.count)
        for _ in 0..<source.count { blueprint.durations.append(time(100)) }
      }
    }
    blueprint.sources.append(source)
  }

  private mutating func newSource(_ kind: SourcePlan.Kind) -> SourcePlan {
    SourcePlan(kind: kind, function: UInt32(draw.below(UInt64(blueprint.functions.count))), key: key())
  }

  private mutating func addUsers() {
    var source = newSource(.users)
    source.batch = UInt32(draw.number(in: 1...12))
    source.sampler = isGridded ? Sampler(constant: 2e8) : sampler(400)
    blueprint.sources.append(source)
  }

  private mutating func addOnOff() {
    var source = newSource(.onOff)
    (source.onRate, source.offRate) = (20e-9, draw.one(of: [0, 1e-9]))
    (source.onTime, source.offTime) = (5e8, 2e9)
    blueprint.sources.append(source)
  }

  private mutating func addCounts() {
    var source = newSource(.counts)
    source.period = draw.one(of: [.second, 3 * .second])
    source.isEven = isGridded || draw.chance(0.4)
    source.replay = draw.one(of: [1, 0.7])
    let counts = (0..<seconds * .second / source.period).map { _ in UInt32(draw.number(in: 0...10)) }
    (source.first, source.count) = (UInt32(blueprint.counts.count), UInt32(counts.count))
    blueprint.counts += counts
    blueprint.sources.append(source)
  }

  private mutating func addClient() -> Int32 {
    blueprint.clients.append(caller())
    return Int32(blueprint.clients.count - 1)
  }

  /// Who gives up and tries again.
  mutating func caller() -> ClientPlan {
    var client = ClientPlan()
    if draw.chance(0.6) {
      client.timeout = max(50 * .millisecond, time(500))
      client.timeoutLane = draw.chance(0.7) ? blueprint.lane(of: client.timeout) : -1
    }
    client.attempts = UInt32(draw.number(in: 1...4))
    client.retriesThrottle = draw.chance(0.8)
    client.retriesError = draw.chance(0.8)
    client.retriesTimeout = draw.chance(0.8)
    client.backoff = draw.one(of: [.none, .constant, .exponential, .fullJitter, .equalJitter, .decorrelated])
    (client.base, client.cap) = (100 * .millisecond, draw.one(of: [.never, 300 * .millisecond]))
    client.pause = sampler(200)
    return client
  }

  private mutating func addWarmer() {
    var source = newSource(.periodic)
    source.period = max(200 * .millisecond, time(2000))
    source.batch = UInt32(draw.number(in: 1...3))
    source.sampler = Sampler(constant: 1e6)
    source.isWarmer = true
    blueprint.sources.append(source)
  }

  private mutating func addProvisioned() {
    let function = UInt32(draw.below(UInt64(blueprint.functions.count)))
    let room = blueprint.functions[Int(function)].reserved
    let most = room >= 0 ? Int64(room) : min(4, blueprint.account.sharedConcurrency ?? 4)
    guard most > 0, !blueprint.functions[Int(function)].isPinned else { return }
    var plan = ProvisionedPlan(function: function, initial: draw.number(in: 0...most), delay: sampler(2000), perMinute: 60)
    if draw.chance(0.5) {
      let times = (0..<3).map { _ in time(seconds * 500) }.sorted()
      plan.changes = times.map { (at: $0, count: draw.number(in: 0...most)) }
    } else {
      plan.tracking = TargetTracking(
        utilization: 0.6, minimum: 0, maximum: most, scaleOutAfter: 60 * .second, scaleInAfter: 60 * .second)
    }
    if draw.chance(0.3) { plan.requestsPerUnit = 3 }
    blueprint.provisioned.append(plan)
  }
}
