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
    let plan = plan
    let rules = plan.rules(of: function)
    if request.isMeasured && !request.isPing { functions.states[function].offered &+= 1 }
    if plan.routes[request.source].checksSize, isTooLarge(request) { return refuse(request, .payloadTooLarge, for: caller) }
    if request.carriesItems, let refusal = refusal(of: request, function) { return refuse(request, refusal, for: caller) }
    if rules.value.hasFaults, let refusal = meetFaults(request, function) { return refuse(request, refusal, for: caller) }
    let admission = functions.admit(function, request.key, rules, isEvent: request.isEvent || rules.value.isContainer, at: agenda.now)
    guard case .serve(let instance) = admission else { return submitWaiting(request, to: function, for: caller, admission) }
    openRequests &+= 1
    functions.seat(instance, function, rules, at: agenda.now)
    let index = functions.invocations.insert(Invocation(request, function, caller, at: agenda.now))
    begin(index, on: instance, function)
    return index
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
      if plan.rules[function].isPinned {
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

  private mutating func isTooLarge(_ request: Request) -> Bool {
    let size = plan.samplers.nanoseconds(plan.sources[request.source].size, Draw(request.item &+ Salt.itemSize))
    return size > plan.sources[request.source].payloadLimit
  }

  /// Why a request is refused for what it carries: too much, or the end of a chain that has set off as many invocations as it may.
  ///
  /// A batch is taken for the end of its first item's chain.
  @inline(never)
  private mutating func refusal(of request: Request, _ function: UInt32) -> Refusal? {
    let isBatch = plan.routes[request.source].carriesBatches
    let item = items.records[isBatch ? items.batches[request.payload].first : request.payload]
    let sizeLimit = plan.functions[function].requestLimit
    if !isBatch && sizeLimit < .max && items.size(of: item, plan) > sizeLimit { return .payloadTooLarge }
    let limit = plan.functions[function].recursionLimit
    return limit > 0 && item.hops >= limit ? .recursion : nil
  }

  private mutating func accept(_ request: Request, _ function: UInt32, _ caller: Ticket) -> UInt32 {
    openRequests += 1
    return functions.invocations.insert(Invocation(request, function, caller, at: agenda.now))
  }

  @inline(never)
  private mutating func refuse(_ request: Request, _ refusal: Refusal, for caller: Ticket) -> UInt32 {
    if request.isMeasured && !request.isPing {
      recorder.note(Observation(kind: .refused, detail: refusal.rawValue, entity: request.source, at: agenda.now))
    }
    if request.carriesItems { releaseItem(of: request) }
    resume(caller, with: Outcome(kind: .refused, loss: refusal.loss))
    return Invocation.none
  }

  /// Begins an invocation on an instance on which it has a place, and carries it out as far as it meets nothing.
  ///
  /// - Parameter isHandedOver: whether the instance goes on to it from another without falling idle.
  mutating func begin(_ index: UInt32, on instance: UInt32, _ function: UInt32, isHandedOver: Bool = false) {
    let (plan, now) = (plan, agenda.now)
    let rules = plan.rules(of: function)
    functions.invocations[index].instance = instance
    functions.invocations[index].started = now
    var walk = Walk(at: rules.value.program)
    var end = WalkEnd.finished
    let isReady = functions.instances[instance].use(at: now, thawAfter: rules.value.thawAfter, isHandedOver: isHandedOver)
    let isUsual = isReady && !functions.invocations[index].isPing
    if isUsual || prepareSpecially(index, &walk) {
      let started = functions.invocations[index].started
      if !rules.value.folds { return beginStrand(index, walk, base: started) }
      if functions.invocations[index].carriesItems {
        end = advanceItems(&walk, functions.invocations[index])
      } else {
        end = steps.advance(
          &walk, StepSubject(of: functions.invocations[index]), plan, base: started, limit: rules.value.timeout,
          computeLimit: rules.value.cpuLimit)
      }
    }
    let timeout = rules.value.timeout
    let isCut = end == .cut || walk.elapsed > timeout
    functions.invocations[index].end = isCut ? .timeout : end == .failed ? .error : .success
    functions.invocations[index].error = walk.error
    if rules.value.metersCPU {
      let computed = walk.computed
      aside(of: index) { $0.computed = computed }
    }
    let endsAt = functions.invocations[index].started &+ (isCut ? timeout : walk.elapsed)
    _ = agenda.arm(Waiter(.invocation, index, companion: instance), at: endsAt)
  }

  /// What comes before the steps of an invocation on an instance that is new, has been reset or was frozen, or in their place.
  ///
  /// - Returns: whether the steps are still to be carried out.
  @inline(never)
  private mutating func prepareSpecially(_ index: UInt32, _ walk: inout Walk) -> Bool {
    let invocation = functions.invocations[index]
    let (function, instance) = (invocation.function, invocation.instance)
    if functions.instances[instance].isFrozen {
      functions.instances[instance].isFrozen = false
      functions.invocations[index].started += thaw(index)
    }
    if functions.instances[instance].uses == 1 || functions.instances[instance].needsInit { walk.elapsed = settleInit(index) }
    if invocation.isPing {
      walk.elapsed += plan.samplers.nanoseconds(plan.sources[invocation.source].sampler, Draw(invocation.key &+ Salt.ping))
      return false
    }
    if functions.instances[instance].uses == 1, let firstUse = plan.functions[function].firstUse {
      walk.elapsed += plan.samplers.nanoseconds(firstUse, Draw(invocation.key &+ Salt.firstUse))
      return false
    }
    return true
  }

  private mutating func thaw(_ index: UInt32) -> Nanoseconds {
    let instance = functions.instances[functions.invocations[index].instance]
    let draw = Draw(instance.key &+ Salt.thaw &+ (UInt64(instance.uses) - 1) &* Key.visitStep)
    let time = plan.samplers.nanoseconds(plan.functions[instance.function].thaw, draw)
    aside(of: index) { $0.waits[.thaw] += time }
    return time
  }

  /// What an invocation brings with it as the first on an instance, or the first after a reset: initialisation that is to be billed or
  /// done inside it, and work that only the first invocation has.
  ///
  /// - Returns: the time that it takes inside the invocation.
  private mutating func settleInit(_ index: UInt32) -> Nanoseconds {
    let (function, instance) = (functions.invocations[index].function, functions.invocations[index].instance)
    let billed = functions.births[instance].unbilledInit
    let isFirst = functions.instances[instance].uses == 1 && plan.functions[function].firstUse == nil
    let firstWork = isFirst ? plan.functions[function].firstWork : 0
    functions.births[instance].unbilledInit = 0
    var inside: Nanoseconds = 0
    if functions.instances[instance].needsInit {
      functions.instances[instance].needsInit = false
      let key = functions.instances[instance].key &+ UInt64(functions.instances[instance].uses) &* Key.visitStep
      let start = drawStart(of: function, key, instance)
      inside =
        start.parts[Int(StartPart.runtimeStart.rawValue)] + start.parts[Int(StartPart.load.rawValue)]
        + start.parts[Int(StartPart.functionInit.rawValue)]
    }
    if billed == 0 && inside == 0 && firstWork == 0 { return 0 }
    let timeout = plan.functions[function].timeout
    aside(of: index) {
      $0.billedInit = billed
      $0.waits[.suppressedInit] += min(inside, timeout)
      $0.waits[.firstWork] += min(firstWork, timeout - min(inside, timeout))
    }
    return inside + firstWork
  }

  /// Changes what only few invocations have, which is made if it is not there.
  mutating func aside(of invocation: UInt32, _ change: (inout InvocationAside) -> Void) {
    if functions.invocations[invocation].aside == Invocation.none {
      functions.invocations[invocation].aside = functions.openAside()
    }
    change(&functions.asides[functions.invocations[invocation].aside])
  }

  /// Notes that the caller of an invocation does not wait any more: it runs on, as waste, and so does what it waits for itself.
  mutating func abandon(_ invocation: UInt32) {
    let now = agenda.now
    aside(of: invocation) { $0.abandonedAt = min($0.abandonedAt, now) }
    let strand = functions.asides[functions.invocations[invocation].aside].strand
    if strand != Strand.none { abandonHolds(of: strand) }
  }
}
