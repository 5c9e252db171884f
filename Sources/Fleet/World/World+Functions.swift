import Simulation
import Statistics
import Variates

extension World {
  /// Hands a request to a function.
  ///
  /// - Parameters:
  ///   - caller: who waits for the answer; refusals are answered before this returns.
  /// - Returns: the invocation that holds the request; `Invocation.none` where it was refused.
  @inline(__always)
  mutating func submit(_ request: Request, to function: UInt32, for caller: Ticket) -> UInt32 {
    let now = agenda.now
    if request.isMeasured { functions.states[function].offered += 1 }
    if plan.functions[function].payloadLimit < .max, isTooLarge(request, for: function) {
      return refuse(request, .payloadTooLarge, for: caller)
    }
    let admission = functions.admit(function, request.key, plan, at: now)
    if case .serve(let instance) = admission {
      let invocation = accept(request, function, caller)
      seat(invocation, on: instance, function)
      begin(invocation, on: instance, function)
      return invocation
    }
    return submitWaiting(request, to: function, for: caller, admission)
  }

  @inline(never)
  private mutating func submitWaiting(_ request: Request, to function: UInt32, for caller: Ticket, _ admission: Admission) -> UInt32 {
    let patience = plan.functions[function].queueLimit
    switch admission {
    case .serve: preconditionFailure("served at once")
    case .wait:
      let invocation = accept(request, function, caller)
      functions.enqueue(invocation, function)
      return invocation
    case .start:
      let invocation = accept(request, function, caller)
      if plan.functions[function].isPinned {
        startInstance(of: function, pinnedTo: invocation)
      } else {
        functions.enqueue(invocation, function)
        startInstance(of: function)
      }
      return invocation
    case .limited(let refusal):
      // A platform that queues holds back what meets a limit of concurrency or scaling, not what exceeds a rate of requests.
      guard patience >= 0, refusal != .requestRate, refusal != .reservedRequestRate else {
        return refuse(request, refusal, for: caller)
      }
      let invocation = accept(request, function, caller)
      functions.enqueue(invocation, function)
      if refusal == .concurrency { functions.starve(function) }
      let waiter = Waiter(.queueTimer, invocation)
      let lane = Int(plan.functions[function].queueLane)
      let timer = lane >= 0 ? agenda.arm(waiter, lane: lane) : agenda.arm(waiter, at: agenda.now + patience)
      aside(of: invocation) { $0.timer = timer }
      return invocation
    }
  }

  private func isTooLarge(_ request: Request, for function: UInt32) -> Bool {
    let size = plan.sources[request.source].size
    if size.constant == 0 { return false }
    return plan.samplers.nanoseconds(size, Draw(request.item &+ Salt.itemSize)) > plan.functions[function].payloadLimit
  }

  @inline(__always)
  private mutating func accept(_ request: Request, _ function: UInt32, _ caller: Ticket) -> UInt32 {
    openRequests &+= 1
    return functions.invocations.insert(
      Invocation(
        function: function, source: request.source, payload: request.payload, key: request.key, item: request.item, arrived: agenda.now,
        caller: caller, isMeasured: request.isMeasured))
  }

  @inline(never)
  private mutating func refuse(_ request: Request, _ refusal: Refusal, for caller: Ticket) -> UInt32 {
    if request.isMeasured && !plan.sources[request.source].isWarmer {
      recorder.note(Observation(kind: .refused, detail: refusal.rawValue, entity: request.source, at: agenda.now))
    }
    resume(caller, with: Outcome(kind: .refused, refusal: refusal))
    return Invocation.none
  }

  /// Gives an invocation a place on an instance with a free one.
  @inline(__always)
  mutating func seat(_ invocation: UInt32, on instance: UInt32, _ function: UInt32) {
    let now = agenda.now
    functions.instances[instance].active &+= 1
    if functions.instances[instance].active == 1 {
      if functions.instances[instance].isProvisioned {
        functions.takeProvisionedUnit(function, at: now)
      } else {
        functions.takeUnit(function, isReserved: plan.functions[function].reserved >= 0, at: now)
      }
    }
    let isFull = functions.instances[instance].active == plan.functions[function].places
    if functions.instances[instance].isPooled {
      if isFull { functions.unpool(instance, function, plan.functions[function].pick) }
    } else if !isFull && functions.instances[instance].isProvisioned {
      functions.poolProvisioned(instance, function)
    }
  }

  /// Begins an invocation on an instance on which it has a place.
  ///
  /// - Parameter isHandedOver: whether the instance goes on to it from another without falling idle.
  @inline(__always)
  mutating func begin(_ invocation: UInt32, on instance: UInt32, _ function: UInt32, isHandedOver: Bool = false) {
    let now = agenda.now
    var started = now
    if functions.instances[instance].active == 1 && !isHandedOver {
      let idle = now &- functions.instances[instance].changedAt
      if functions.instances[instance].uses > 0 && idle > plan.functions[function].thawAfter {
        started = now + thaw(invocation, instance, function)
      }
      functions.instances[instance].changedAt = now
    }
    functions.instances[instance].uses &+= 1
    functions.invocations[invocation].instance = instance
    functions.invocations[invocation].started = started
    var walk = Walk(at: plan.functions[function].program)
    if functions.instances[instance].needsInit || functions.instances[instance].unbilledInit > 0 {
      walk.elapsed = settleInit(invocation, instance, function)
    }
    let isFirstUse = plan.functions[function].firstUse != nil && functions.instances[instance].uses == 1
    let isPlain = !isFirstUse && !plan.sources[functions.invocations[invocation].source].isWarmer
    if isPlain && !(plan.functions[function].folds && plan.engine.folds) {
      beginStrand(invocation, walk, base: started)
      return
    }
    let end = isPlain ? fold(&walk, invocation, function, base: started) : replaceSteps(&walk, invocation, function)
    let timeout = plan.functions[function].timeout
    let isCut = end == .cut || walk.elapsed > timeout
    functions.invocations[invocation].end = isCut ? .timeout : end == .failed ? .error : .success
    if plan.functions[function].metersCPU { aside(of: invocation) { $0.computed = walk.computed } }
    _ = agenda.arm(Waiter(.invocation, invocation), at: started &+ (isCut ? timeout : walk.elapsed))
  }

  @inline(__always)
  private mutating func fold(_ walk: inout Walk, _ invocation: UInt32, _ function: UInt32, base: Nanoseconds) -> WalkEnd {
    steps.advance(
      &walk, subject(of: invocation), plan, base: base, limit: plan.functions[function].timeout,
      computeLimit: plan.functions[function].cpuLimit)
  }

  @inline(__always)
  func subject(of invocation: UInt32) -> StepSubject {
    StepSubject(
      key: functions.invocations[invocation].key, item: functions.invocations[invocation].item,
      source: functions.invocations[invocation].source, payload: functions.invocations[invocation].payload,
      instance: functions.invocations[invocation].instance)
  }

  /// What runs in place of the program: a warmer's ping, or the first use of an instance of a function that says so.
  private mutating func replaceSteps(_ walk: inout Walk, _ invocation: UInt32, _ function: UInt32) -> WalkEnd {
    let (source, key) = (functions.invocations[invocation].source, functions.invocations[invocation].key)
    if plan.sources[source].isWarmer {
      walk.elapsed += plan.samplers.nanoseconds(plan.sources[source].sampler, Draw(key &+ Salt.ping))
    } else if let firstUse = plan.functions[function].firstUse {
      walk.elapsed += plan.samplers.nanoseconds(firstUse, Draw(key &+ Salt.firstUse))
    }
    return .finished
  }

  private mutating func thaw(_ invocation: UInt32, _ instance: UInt32, _ function: UInt32) -> Nanoseconds {
    let draw = Draw(functions.instances[instance].key &+ Salt.thaw &+ UInt64(functions.instances[instance].uses) &* Key.visitStep)
    let time = plan.samplers.nanoseconds(plan.functions[function].thaw, draw)
    aside(of: invocation) { $0.waits[.thaw] += time }
    return time
  }

  /// Initialisation that an invocation brings with it: to be billed, or to be done inside it.
  ///
  /// - Returns: the time that it takes inside the invocation.
  private mutating func settleInit(_ invocation: UInt32, _ instance: UInt32, _ function: UInt32) -> Nanoseconds {
    let billed = functions.instances[instance].unbilledInit
    functions.instances[instance].unbilledInit = 0
    var inside: Nanoseconds = 0
    if functions.instances[instance].needsInit {
      functions.instances[instance].needsInit = false
      let key = functions.instances[instance].key &+ UInt64(functions.instances[instance].uses) &* Key.visitStep
      let start = drawStart(of: function, key, instance)
      inside =
        start.parts[Int(StartPart.runtimeStart.rawValue)] + start.parts[Int(StartPart.load.rawValue)]
        + start.parts[Int(StartPart.functionInit.rawValue)]
    }
    let timeout = plan.functions[function].timeout
    aside(of: invocation) {
      $0.billedInit = billed
      $0.waits[.suppressedInit] += min(inside, timeout)
    }
    return inside
  }

  /// Changes what only few invocations have, which is made if it is not there.
  mutating func aside(of invocation: UInt32, _ change: (inout InvocationAside) -> Void) {
    if functions.invocations[invocation].aside == Invocation.none {
      functions.invocations[invocation].aside = functions.asides.insert(InvocationAside())
    }
    change(&functions.asides[functions.invocations[invocation].aside])
  }

  /// Notes that the caller of an invocation does not wait any more; it runs on, as waste.
  mutating func abandon(_ invocation: UInt32) {
    let now = agenda.now
    aside(of: invocation) { $0.abandonedAt = now }
  }
}
