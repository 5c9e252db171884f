import Simulation
import Variates

extension World {
  /// Starts an instance for requests that wait.
  ///
  /// - Parameter pinned: the request that it must serve, where requests are pinned; none for any of those in the function's queue.
  /// - Precondition: A unit of concurrency is free and a scaling token was taken.
  mutating func startInstance(of function: UInt32, pinnedTo pinned: UInt32 = Invocation.none) {
    let instance = createInstance(of: function)
    functions.takeUnit(function, isReserved: plan.functions[function].reserved >= 0, at: agenda.now)
    if plan.functions[function].firstUse != nil {
      // What its first use takes stands for the whole start: the instance is there at once.
      serveFirstUse(on: instance, pinned == Invocation.none ? functions.dequeue(function) : pinned, function)
      return
    }
    var start = drawStart(of: function, functions.instances[instance].key, instance)
    start.applyLimit(plan.functions[function].start.initLimit)
    if plan.functions[function].billsFetch { start.billable += start.parts[Int(StartPart.fetch.rawValue)] }
    start.pinned = pinned
    if pinned == Invocation.none { functions.details[function].openStarts += 1 }
    note(start, function)
    let index = functions.starts.insert(start)
    _ = agenda.arm(Waiter(.start, index), at: agenda.now + start.length)
  }

  private mutating func serveFirstUse(on instance: UInt32, _ invocation: UInt32?, _ function: UInt32) {
    guard let invocation else { preconditionFailure("function \(function) starts an instance for nobody") }
    let waited = agenda.now - functions.invocations[invocation].arrived
    cancelTimer(of: invocation)
    if waited > 0 { aside(of: invocation) { $0.waits[.queued] += waited } }
    functions.instances[instance].active = 1
    functions.invocations[invocation].isCold = true
    begin(invocation, on: instance, function)
  }

  /// A new instance with its key and the end of its life.
  mutating func createInstance(of function: UInt32) -> UInt32 {
    let ordinal = functions.details[function].created
    let key = Key.mix(plan.functions[function].key &+ (UInt64(ordinal) + 1) &* Key.ordinalStep)
    var instance = Instance(function: function, ordinal: ordinal, key: key)
    if let lifetime = plan.functions[function].maxLifetime {
      instance.endOfLife = agenda.now + plan.samplers.nanoseconds(lifetime, Draw(key &+ Salt.lifetime))
    }
    releaseEnded()
    let index = functions.create(instance, at: agenda.now)
    forget(index)
    return index
  }

  /// The parts of a start, the function's own initialisation among them.
  mutating func drawStart(of function: UInt32, _ key: UInt64, _ instance: UInt32) -> InstanceStart {
    var start = InstanceStart(instance: instance, from: agenda.now)
    start.parts = plan.functions[function].start.drawParts(key, plan.samplers)
    start.restores = plan.functions[function].start.restore != nil
    if !start.restores {
      var walk = Walk(at: plan.functions[function].initProgram)
      let subject = StepSubject(start: key, of: instance, salt: Salt.functionInit)
      _ = steps.advance(&walk, subject, plan, base: agenda.now, limit: SamplerBank.longest, computeLimit: .never)
      start.parts[Int(StartPart.functionInit.rawValue)] = min(walk.elapsed, SamplerBank.longest)
    }
    return start
  }

  private mutating func note(_ start: InstanceStart, _ function: UInt32) {
    let now = agenda.now
    guard now >= plan.measureFrom && now < plan.arrivalsEnd else { return }
    for part in StartPart.allCases where start.parts[Int(part.rawValue)] > 0 {
      let length = start.parts[Int(part.rawValue)]
      recorder.note(Observation(kind: .startPart, detail: part.rawValue, entity: function, at: now, duration: length))
    }
    recorder.note(Observation(kind: .start, entity: function, at: now, duration: start.length))
    if start.restores { recorder.note(Observation(kind: .restore, entity: function, at: now)) }
  }

  /// Puts an instance that has started to work, or lets it fall idle.
  mutating func finishStart(_ index: UInt32) {
    let start = functions.starts[index]
    functions.starts.remove(index)
    let function = functions.instances[start.instance].function
    functions.instances[start.instance].needsInit = start.failedInit
    functions.births[start.instance].unbilledInit = plan.functions[function].billsInit ? start.billable : 0
    functions.instances[start.instance].changedAt = agenda.now
    if start.pinned != Invocation.none {
      serve(start.pinned, after: start, function)
    } else {
      functions.details[function].openStarts -= 1
      while functions.instances[start.instance].active < plan.functions[function].places, let next = functions.dequeue(function) {
        serve(next, after: start, function)
      }
    }
    if functions.instances[start.instance].active == 0 {
      fallIdle(start.instance, function, plan.rules(of: function))
    } else if functions.instances[start.instance].active < plan.functions[function].places {
      functions.pool(start.instance, function, plan.functions[function].pick)
    }
  }

  /// Serves a request that waited by the instance that has just started; the start's unit becomes the instance's.
  private mutating func serve(_ invocation: UInt32, after start: InstanceStart, _ function: UInt32) {
    let now = agenda.now
    cancelTimer(of: invocation)
    functions.invocations[invocation].isCold = true
    let arrived = functions.invocations[invocation].arrived
    aside(of: invocation) { start.charge(arrived, until: now, to: &$0.waits) }
    functions.instances[start.instance].active += 1
    begin(invocation, on: start.instance, function)
  }

  // MARK: Queued at a limit

  /// Refuses a request that was queued for as long as the platform holds one.
  mutating func giveUpQueueing(_ index: UInt32) {
    let invocation = functions.invocations[index]
    functions.invocations[index].isWaiting = false
    functions.invocations[index].isLive = false
    functions.invocations[index].aside = Invocation.none
    functions.states[invocation.function].waiting -= 1
    if invocation.aside != Invocation.none { functions.asides.remove(invocation.aside) }
    openRequests -= 1
    if invocation.isMeasured && !invocation.isPing {
      recorder.note(
        Observation(kind: .refused, detail: Refusal.queueTimeout.rawValue, entity: invocation.source, at: invocation.arrived))
    }
    if invocation.carriesItems { releaseItem(of: invocation) }
    var outcome = Outcome(kind: .refused, loss: .throttle)
    outcome.hasWaited = true
    waited.clear()
    waited[.queued] = agenda.now - invocation.arrived
    if invocation.caller != .none { resume(invocation.caller, with: outcome) }
  }

  /// Gives a freed unit to requests that were queued: of the function itself, then of those in line for the account's pool.
  mutating func startForQueued(_ function: UInt32) {
    startWaiting(of: function)
    while functions.sharedUnits < functions.sharedLimit, let starved = functions.nextStarved() {
      startWaiting(of: starved)
      if functions.lacksStart(starved, places: plan.functions[starved].places) {
        functions.starve(starved)
        return
      }
    }
  }

  private mutating func startWaiting(of function: UInt32) {
    let pick = plan.functions[function].pick
    while functions.lacksStart(function, places: plan.functions[function].places),
      functions.hasUnit(function, plan.rules(of: function))
    {
      let key = functions.invocations[functions.details[function].firstWaiting].key
      if let instance = functions.candidate(function, pick, key, at: agenda.now), let invocation = functions.dequeue(function) {
        serveQueued(invocation, on: instance, function)
      } else if functions.takeScalingToken(function, at: agenda.now) {
        startForFirst(of: function)
      } else {
        return
      }
    }
  }

  /// Starts an instance for the request that has waited longest, which keeps its place unless it is pinned to the instance.
  private mutating func startForFirst(of function: UInt32) {
    guard plan.functions[function].isPinned else { return startInstance(of: function) }
    guard let invocation = functions.dequeue(function) else { return }
    cancelTimer(of: invocation)
    startInstance(of: function, pinnedTo: invocation)
  }

  private mutating func serveQueued(_ invocation: UInt32, on instance: UInt32, _ function: UInt32) {
    let waited = agenda.now - functions.invocations[invocation].arrived
    cancelTimer(of: invocation)
    aside(of: invocation) { $0.waits[.queued] += waited }
    functions.seat(instance, function, plan.rules(of: function), at: agenda.now)
    begin(invocation, on: instance, function)
  }
}
