import Simulation
import Variates

@testable import Fleet

extension RandomFleet {
  /// A queue that drives functions that were made before, or none.
  ///
  /// Functions that are made later may send to it, so that nothing goes round in circles.
  mutating func addQueue() {
    var plan = QueuePlan(key: key())
    plan.order = draw.one(of: [.standard, .standard, .fair, .fifo])
    if draw.chance(0.4) { plan.delay = time(300) }
    addLatency(to: &plan)
    if draw.chance(0.3) { plan.retention = max(time(3000), 100 * .millisecond) }
    if draw.chance(0.2) { plan.maxMessageSize = 2500 }
    if draw.chance(0.3) { plan.inFlight = draw.number(in: 1...6) }
    if draw.chance(0.3) && plan.order != .fifo { plan.duplicates = 0.2 }
    if draw.chance(0.5) && !blueprint.queues.isEmpty {
      plan.deadLetter = UInt32(draw.below(UInt64(blueprint.queues.count)))
      plan.maxReceiveCount = UInt32(draw.number(in: 1...3))
    }
    if draw.chance(0.5) { plan.receivesUntilBack = 2 }
    if draw.chance(0.2) {
      plan.calls = TokenBucket(capacity: draw.number(in: 1...5), refill: 3, every: .second)
      plan.messages = TokenBucket(capacity: draw.number(in: 1...20), refill: 10, every: .second)
      plan.partitions = UInt32(draw.number(in: 1...3))
    }
    plan.requestBytes = 1000
    if draw.chance(0.3) { plan.initial = draw.number(in: 0...40) }
    blueprint.queues.append(plan)
    guard !blueprint.functions.isEmpty else { return }
    for _ in 0..<draw.one(of: [0, 1, 1, 1, 2]) { addMapping() }
  }

  private mutating func addLatency(to plan: inout QueuePlan) {
    if draw.chance(0.3) {
      (plan.latency, plan.hasLatency) = (sampler(50), true)
    } else {
      let constant = draw.one(of: [0, 100 * Nanoseconds.millisecond])
      (plan.latency, plan.hasLatency) = (Sampler(constant: Double(constant)), constant > 0)
      if draw.chance(0.5) && plan.delay + constant > 0 { plan.lane = blueprint.lane(of: plan.delay + constant) }
    }
  }

  private mutating func addMapping() {
    let function = UInt32(draw.below(UInt64(blueprint.functions.count)))
    var plan = MappingPlan(
      key: key(), queue: UInt32(blueprint.queues.count - 1), function: function, flow: UInt32(blueprint.links.count))
    blueprint.links.append(LinkPlan(to: function))
    blueprint.links[blueprint.links.count - 1].carriesBatches = true
    plan.batchSize = UInt32(draw.number(in: 1...12))
    if draw.chance(0.3) { plan.batchBytes = 3000 }
    if draw.chance(0.4) && blueprint.queues[Int(plan.queue)].order != .fifo {
      plan.window = time(500)
      if draw.chance(0.5) && plan.window > 0 { plan.windowLane = blueprint.lane(of: plan.window) }
    }
    plan.visibility = plan.window + max(time(draw.one(of: [100, 500, 3000])), 50 * .millisecond)
    plan.reportsFailures = draw.chance(0.5)
    if draw.chance(0.2) { plan.filter.largest = 2000 }
    if draw.chance(0.2) {
      (plan.filter.firstKind, plan.filter.kinds) = (UInt32(blueprint.filterKinds.count), 2)
      blueprint.filterKinds += [0, 2]
    }
    addScaling(to: &plan)
    blueprint.mappings.append(plan)
  }

  private mutating func addScaling(to plan: inout MappingPlan) {
    plan.start = draw.number(in: 1...5)
    plan.least = draw.number(in: 1...plan.start)
    plan.most = plan.start + draw.number(in: 0...10)
    if draw.chance(0.5) { plan.rampEvery = max(time(200), .millisecond) }
    if draw.chance(0.5) { plan.idleAfter = max(time(1000), .millisecond) }
    if draw.chance(0.4) { (plan.backOff, plan.backOffEvery) = (0.5, .second) }
    (plan.retryBase, plan.retryCap) = (max(time(300), 20 * .millisecond), draw.one(of: [.second, 10 * .second]))
    plan.idlePollers = plan.start
    plan.longPoll = draw.one(of: [.second, 20 * .second])
    if draw.chance(0.2) {
      plan.perPoller = draw.number(in: 1...3)
      plan.pollTime = draw.one(of: [100, 300]) * .millisecond
      plan.megabyteTime = draw.one(of: [0, 100 * .second])
    }
  }

  /// Gives queues' first messages sources that say what they carry: behind all others.
  mutating func addInitialSources() {
    for index in blueprint.queues.indices where blueprint.queues[index].initial > 0 {
      var source = SourcePlan(kind: .times, function: 0, key: key())
      source.target = Target(.queue, UInt32(index))
      if draw.chance(0.5) { source.keys = blueprint.samplers.add(.uniform(low: 0, high: 4)) }
      if draw.chance(0.5) { source.kinds = blueprint.samplers.add(.uniform(low: 0, high: 3)) }
      source.size = sampler(1)
      if draw.chance(0.7) { source.size = Sampler(constant: 900) }
      blueprint.queues[index].initialSource = UInt32(blueprint.sources.count)
      blueprint.sources.append(source)
    }
  }
}
