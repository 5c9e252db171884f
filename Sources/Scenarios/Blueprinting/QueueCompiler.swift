internal import Fleet
internal import Simulation
internal import Variates

extension BlueprintCompiler {
  /// The place of a queue among the queues.
  private func index(ofQueue name: String) -> UInt32 { UInt32(scenario.queues.firstIndex { $0.name == name } ?? 0) }

  mutating func compile(_ queue: QueueSpec) {
    guard let rules = scenario.platform.queues else { return }
    let isFIFO = queue.kind == .fifo
    var plan = QueuePlan(key: key(of: queue.name))
    plan.order = isFIFO ? .fifo : queue.fair ? .fair : .standard
    plan.delay = queue.delay
    compile(isFIFO ? rules.fifo.latency : rules.standard.latency, into: &plan)
    plan.retention = queue.retention
    plan.maxMessageSize = queue.maxMessageSize
    plan.inFlight = Int64(queue.inFlight)
    plan.duplicates = queue.duplicates
    if let deadLetter = queue.deadLetter {
      plan.deadLetter = index(ofQueue: deadLetter)
      plan.maxReceiveCount = UInt32(queue.maxReceiveCount)
    }
    plan.receivesUntilBack = isFIFO ? .max : UInt32(rules.standard.receivesUntilBack)
    plan.callSize = UInt32(rules.batch)
    plan.requestBytes = rules.requestSize
    if isFIFO {
      plan.calls = TokenBucket(ofOneSecond: rules.fifo.calls)
      plan.messages = TokenBucket(ofOneSecond: rules.fifo.messages)
      plan.partitions = queue.highThroughput ? UInt32(rules.fifo.partitions) : 1
    }
    plan.keepsChain = keepsChain(.queue)
    plan.faults = faults(of: queue.name)
    plan.initial = Int64(queue.initial.count)
    blueprint.queues.append(plan)
  }

  private mutating func compile(_ latency: Distribution, into plan: inout QueuePlan) {
    plan.latency = blueprint.samplers.add(latency)
    plan.hasLatency = latency != .constant(0)
    if case .constant(let time) = latency, plan.delay > 0 || plan.hasLatency {
      plan.lane = blueprint.lane(of: plan.delay + Nanoseconds(time.rounded()))
    }
  }

  /// Adds the sources that say what the messages carry that are there at the start: behind all that send.
  mutating func compileInitialMessages() {
    for (index, queue) in scenario.queues.enumerated() where queue.initial.count > 0 {
      blueprint.queues[index].initialSource = UInt32(blueprint.sources.count)
      blueprint.sources.append(source(of: queue.initial, Target(.queue, UInt32(index)), name: queue.name))
    }
  }

  /// Compiles the queues that drive a function.
  ///
  /// - Parameter index: the function's place.
  mutating func compileMappings(of function: FunctionSpec, _ index: Int) {
    guard let rules = scenario.platform.queues?.mapping else { return }
    for named in function.triggers {
      guard case .queue(let trigger) = named.trigger, let queue = scenario.queue(named: named.source) else { continue }
      var plan = MappingPlan(
        key: key(of: "\(function.name) \(queue.name)"), queue: self.index(ofQueue: queue.name), function: UInt32(index),
        flow: link(to: index, carriesBatches: true))
      plan.batchSize = UInt32(trigger.batchSize)
      plan.batchBytes = scenario.platform.payload.request ?? .max
      plan.window = trigger.window
      if trigger.window > 0 { plan.windowLane = blueprint.lane(of: trigger.window) }
      plan.visibility = visibility(of: queue, trigger, function, rules)
      plan.reportsFailures = trigger.reportBatchItemFailures
      plan.filter = filter(trigger.filter)
      compileScaling(trigger, queue, rules, into: &plan)
      blueprint.mappings.append(plan)
    }
  }

  /// How long a received message is hidden.
  ///
  /// - Source: AWS Lambda Developer Guide, "Using Lambda with Amazon SQS": where window and timeout together are longer than the visibility
  ///   timeout, they and a margin hold instead.
  private func visibility(
    of queue: QueueSpec, _ trigger: QueueTrigger, _ function: FunctionSpec, _ rules: QueueMappingRules
  ) -> Nanoseconds {
    let needed = trigger.window + function.timeout
    let own = queue.visibilityTimeout
    return max(1, trigger.window > 0 && needed > own ? needed + rules.visibilityMargin : own)
  }

  /// How many batches a mapping hands over at a time.
  private func compileScaling(
    _ trigger: QueueTrigger, _ queue: QueueSpec, _ rules: QueueMappingRules, into plan: inout MappingPlan
  ) {
    let most = trigger.maximumConcurrency.map(Int64.init)
    plan.longPoll = rules.longPoll
    plan.idlePollers = Int64(rules.start)
    (plan.retryBase, plan.retryCap) = (rules.retry.base, rules.retry.cap)
    (plan.backOff, plan.backOffEvery) = (rules.backOff, rules.backOffEvery)
    if queue.kind == .fifo {
      // As many as there are groups: no ramp, and no backing off.
      (plan.start, plan.least, plan.most) = (most ?? .max, most ?? .max, most ?? .max)
      plan.backOff = 1
      return
    }
    plan.idleAfter = rules.idleAfter
    if let pollers = trigger.provisionedPollers, let rule = rules.provisioned {
      let each = Int64(rule.invocations)
      (plan.start, plan.least, plan.most) = (Int64(pollers.min) * each, Int64(pollers.min) * each, Int64(pollers.max) * each)
      plan.rampEvery = time(perSecond: rule.added)
      plan.perPoller = each
      plan.pollTime = time(perSecond: rule.polls)
      plan.megabyteTime = time(perSecond: rule.bandwidth / 1_048_576)
    } else {
      let limit = min(Int64(rules.most), most ?? .max)
      (plan.start, plan.most) = (min(Int64(rules.start), limit), limit)
      plan.least = most == nil ? Int64(rules.least) : plan.start
      plan.rampEvery = time(perSecond: rules.added)
    }
  }

  /// The time between two at a rate.
  private func time(perSecond rate: Double) -> Nanoseconds {
    rate > 0 ? max(1, Nanoseconds((Double(Nanoseconds.second) / rate).rounded())) : .second << 20
  }
}
