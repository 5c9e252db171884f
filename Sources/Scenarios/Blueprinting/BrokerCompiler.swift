internal import Fleet
internal import Simulation
internal import Variates

/// Topics, buses, buckets and schedules stand in this order among the brokers.
extension BlueprintCompiler {
  /// The place of the first topic, bus, bucket and schedule among the brokers.
  private var firstBus: Int { scenario.topics.count }
  private var firstBucket: Int { firstBus + scenario.buses.count }
  private var firstSchedule: Int { firstBucket + scenario.buckets.count }

  /// A topic, bus or bucket as something that takes items.
  func broker(_ receiver: Receiver) -> Target? {
    switch receiver {
    case .topic(let index): Target(.broker, UInt32(index))
    case .bus(let index): Target(.broker, UInt32(firstBus + index))
    case .bucket(let index): Target(.broker, UInt32(firstBucket + index))
    case .function, .door, .queue, .stream, .service, .workflow: nil
    }
  }

  /// A schedule as something that takes items from its own clock.
  func broker(ofSchedule index: Int) -> Target { Target(.broker, UInt32(firstSchedule + index)) }

  mutating func compileBrokers() {
    guard let rules = scenario.platform.delivery else { return }
    let policy = rules.topics.map { retry(by: $0.policy) } ?? RetryPlan(retries: 0)
    for topic in scenario.topics {
      var plan = BrokerPlan()
      plan.latency = blueprint.samplers.add(topic.latency)
      plan.payloadLimit = rules.topics?.payload ?? .max
      plan.keepsChain = keepsChain(.topic)
      plan.faults = faults(of: topic.name)
      append(plan, deliveries(by: topic.name), policy, topic.kind == .fifo ? .fifo : .toFunction)
    }
    for bus in scenario.buses {
      var plan = BrokerPlan()
      plan.latency = blueprint.samplers.add(bus.latency)
      plan.payloadLimit = rules.buses?.payload ?? .max
      plan.deliveryRate = bus.throttle?.tokens
      plan.keepsChain = keepsChain(.bus)
      plan.faults = faults(of: bus.name)
      append(plan, deliveries(by: bus.name), retry(rules.buses?.retry), .toFunction)
    }
    for bucket in scenario.buckets {
      var plan = BrokerPlan()
      plan.latency = blueprint.samplers.add(bucket.notification)
      plan.countsFromAcceptance = true
      plan.keepsChain = keepsChain(.bucket)
      plan.notice = scenario.platform.buckets?.link ?? 0
      plan.acceptRate = TokenBucket(ofOneSecond: bucket.requestRate.put)
      plan.fetchRate = TokenBucket(ofOneSecond: bucket.requestRate.get)
      plan.faults = faults(of: bucket.name)
      append(plan, deliveries(by: bucket.name), policy)
    }
    for schedule in scenario.schedules {
      var own = retry(rules.schedules?.retry)
      own.retries = UInt32(schedule.retries)
      own.maximumAge = schedule.maximumEventAge
      var plan = BrokerPlan()
      // A schedule sends items of its own, which begin a chain.
      plan.keepsChain = false
      let push = PushTrigger(deadLetter: schedule.deadLetter)
      let named = schedule.to.map { [Way(name: $0, push: push)] } ?? []
      append(plan, named + deliveries(by: schedule.name).map { Way(name: $0.name, push: push) }, own)
    }
  }

  /// Whom something is delivered to, and how.
  private struct Way {
    var name: String
    var push: PushTrigger
  }

  private func deliveries(by name: String) -> [Way] {
    scenario.deliveries.filter { $0.source == name }.map { Way(name: $0.target, push: $0.push) }
  }

  /// Up to where the latency of deliveries was measured.
  private enum Measured {
    /// To the subscriber, whatever it is.
    case toSubscriber
    /// To the handler of a function that is invoked asynchronously.
    case toFunction
    /// Through a FIFO queue to the handler of a function; deliveries keep their order.
    case fifo
  }

  /// Whether the platform follows a chain of functions that set each other off through something of a kind.
  func keepsChain(_ kind: Receiver.Kind) -> Bool { scenario.platform.async?.recursionThrough.contains(kind) ?? false }

  private mutating func append(_ broker: BrokerPlan, _ ways: [Way], _ retry: RetryPlan, _ measured: Measured = .toSubscriber) {
    var broker = broker
    broker.firstSubscription = UInt32(blueprint.subscriptions.count)
    broker.subscriptions = UInt32(ways.count)
    let index = UInt32(blueprint.brokers.count)
    blueprint.brokers.append(broker)
    for way in ways {
      var plan = SubscriptionPlan(from: index, to: takingTarget(of: way.name), salt: Key.hash("\(way.name) subscribes"))
      plan.filter = filter(way.push.filter)
      plan.retry = retry
      if let retries = way.push.retries { plan.retry.retries = UInt32(retries) }
      if let age = way.push.maximumEventAge { plan.retry.maximumAge = age }
      plan.deadLetter = way.push.deadLetter.map { takingTarget(of: $0) }
      plan.isOrdered = measured == .fifo
      plan.holdsOwn = measured == .fifo
      // What is no function has no dispatch of a function's own.
      if measured == .toFunction, plan.target.kind != .event, let dispatch = scenario.platform.async?.latency {
        plan.spared = Nanoseconds(dispatch.quantile(0.5).rounded())
      }
      blueprint.subscriptions.append(plan)
    }
  }

  private func retry(_ pace: RetryPace?) -> RetryPlan {
    var plan = RetryPlan(retries: 0)
    if let pace { (plan.base, plan.cap) = (pace.base, pace.cap) }
    return plan
  }

  /// A policy of phases as a list of pauses, the last of which goes on for as long as it may.
  private mutating func retry(by policy: [DeliveryPhase]) -> RetryPlan {
    var pauses: [Nanoseconds] = []
    for phase in policy {
      // All pauses of a phase that does not grow are one where nothing comes behind it.
      let isLast = phase == policy.last && phase.from == phase.to
      for number in 0..<(isLast ? 1 : phase.attempts) { pauses.append(phase.pause(number)) }
    }
    // The first attempt is one of those that the phases add up to.
    var plan = RetryPlan(retries: UInt32(max(0, policy.reduce(-1) { $0 + $1.attempts })))
    (plan.firstPause, plan.pauses) = (addPauses(pauses), UInt32(pauses.count))
    return plan
  }
}

extension DeliveryPhase {
  /// The wait before one of its attempts, counted from 0, in nanoseconds: from the first to the last by equal factors.
  fileprivate func pause(_ number: Int) -> Nanoseconds {
    if from == to || attempts == 1 { return from }
    let share = Double(number) / Double(attempts - 1)
    return Nanoseconds((Double(from) * Elementary.power(Double(to) / Double(from), share)).rounded())
  }
}
