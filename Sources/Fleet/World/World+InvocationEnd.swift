import Simulation
import Statistics
import Variates

extension World {
  /// Ends an invocation: its books, then its instance, then its caller.
  @inline(__always)
  mutating func endInvocation(_ index: UInt32) {
    let plan = plan
    if plan.rules[functions.invocations[index].function].checksAnswer { checkAnswer(of: index) }
    let invocation = functions.invocations[index]
    let (function, instance) = (invocation.function, invocation.instance)
    openRequests &-= 1
    if invocation.isMeasured { note(endOf: invocation) }
    if invocation.carriesItems { releaseItem(of: invocation) }
    functions.invocations[index].isLive = false
    functions.invocations.remove(index)
    if invocation.end == .timeout { reset(instance, function) }
    functions.instances[instance].active &-= 1
    let hasFoundWork = functions.states[function].waiting > 0 && serveWaiting(instance, function)
    if !hasFoundWork {
      if functions.instances[instance].active == 0 {
        fallIdle(instance, function, plan.rules(of: function))
      } else {
        poolAgain(instance, function, plan.rules(of: function))
      }
    }
    if invocation.aside != Invocation.none { functions.asides.remove(invocation.aside) }
    if invocation.caller != .none { tell(invocation.caller, invocation.end, invocation.error, invocation.aside) }
  }

  /// Lets an invocation fail that returns more than it can.
  @inline(never)
  private mutating func checkAnswer(of index: UInt32) {
    let invocation = functions.invocations[index]
    guard invocation.end == .success, !invocation.isPing else { return }
    let size = answerSize(of: invocation.function, invocation.key)
    if size > plan.functions[invocation.function].answerLimit { functions.invocations[index].end = .error }
  }

  /// The size of what a function returns, in bytes.
  mutating func answerSize(of function: UInt32, _ key: UInt64) -> Int64 {
    plan.samplers.nanoseconds(plan.functions[function].answer, Draw(key &+ Salt.answerSize))
  }

  @inline(never)
  private mutating func tell(_ caller: Ticket, _ end: OutcomeKind, _ error: UInt16, _ aside: UInt32) {
    var outcome = Outcome(kind: end, loss: end == .timeout ? .timeout : .error, error: end == .error ? error : 0)
    if aside != Invocation.none && !functions.asides[aside].waits.isEmpty {
      waited = functions.asides[aside].waits
      outcome.hasWaited = true
    }
    resume(caller, with: outcome)
  }

  /// Notes what an invocation was.
  @inline(__always)
  private mutating func note(endOf invocation: Invocation) {
    let now = agenda.now
    let isDirect = invocation.started == invocation.arrived && invocation.end == .success && !invocation.isCold
    var observation = Observation(
      kind: isDirect ? .direct : .ended, detail: invocation.end.rawValue, isCold: invocation.isCold,
      isProvisioned: functions.instances[invocation.instance].isProvisioned, entity: invocation.source, at: invocation.arrived,
      latency: now &- invocation.arrived, duration: now &- invocation.started)
    if invocation.isPing { observation.kind = .ping }
    if invocation.end != .success && wasTriedBefore(invocation) { observation.detail |= Observation.retry }
    recorder.note(observation)
    if invocation.aside != Invocation.none { noteAside(invocation.aside, observation, invocation.function) }
  }

  /// Whether an invocation was not the first try of what it carried.
  @inline(never)
  private mutating func wasTriedBefore(_ invocation: Invocation) -> Bool {
    if !invocation.carriesItems { return invocation.isRetry }
    let isBatch = plan.routes[invocation.source].carriesBatches
    let item = items.records[isBatch ? items.batches[invocation.payload].first : invocation.payload]
    return item.isRetry || item.attempts > 1
  }

  @inline(never)
  private mutating func noteAside(_ aside: UInt32, _ ended: Observation, _ function: UInt32) {
    if ended.kind != .ping { recorder.causes.add(&functions.asides[aside].waits, of: Int(ended.entity), latency: ended.latency) }
    var more = ended
    let (billedInit, abandonedAt) = (functions.asides[aside].billedInit, functions.asides[aside].abandonedAt)
    if billedInit > 0 {
      more.kind = .billedInit
      more.latency = billedInit
      recorder.note(more)
    }
    if abandonedAt < agenda.now {
      more.kind = .wasted
      more.duration = min(ended.duration, agenda.now - abandonedAt)
      recorder.note(more)
    }
    if plan.functions[function].metersCPU {
      more.kind = .computed
      more.duration = functions.asides[aside].computed
      recorder.note(more)
    }
  }

  /// Resets an instance after a timeout: what it kept is lost, and its next use pays for a new initialisation.
  ///
  /// On platforms that do not reset it takes no further request.
  ///
  /// - Source: AWS Lambda Developer Guide, Failures during the invoke phase.
  @inline(never)
  private mutating func reset(_ instance: UInt32, _ function: UInt32) {
    forget(instance)
    if plan.functions[function].start.initsAfterReset {
      functions.instances[instance].needsInit = true
    } else {
      functions.instances[instance].endOfLife = min(functions.instances[instance].endOfLife, agenda.now)
    }
  }

  /// Serves the request that has waited longest by an instance that was freed.
  @inline(never)
  private mutating func serveWaiting(_ instance: UInt32, _ function: UInt32) -> Bool {
    if functions.instances[instance].isOver(at: agenda.now) || plan.rules[function].isPinned { return false }
    guard let invocation = functions.dequeue(function) else { return false }
    endWait(of: invocation)
    // The instance keeps its unit of concurrency from one request to the next.
    functions.instances[instance].active &+= 1
    begin(invocation, on: instance, function, isHandedOver: true)
    return true
  }

  /// Ends the wait of a request that no start has ended: it was queued at a limit, or an instance came free.
  mutating func endWait(of invocation: UInt32) {
    let waited = agenda.now - functions.invocations[invocation].arrived
    let isQueued = hasTimer(invocation)
    cancelTimer(of: invocation)
    aside(of: invocation) { $0.waits[isQueued ? .queued : .waitingForInstance] += waited }
  }

  private mutating func hasTimer(_ invocation: UInt32) -> Bool {
    let aside = functions.invocations[invocation].aside
    return aside != Invocation.none && functions.asides[aside].timer != .none
  }

  mutating func cancelTimer(of invocation: UInt32) {
    let aside = functions.invocations[invocation].aside
    if aside != Invocation.none { _ = agenda.close(functions.asides[aside].timer) }
  }

  @inline(__always)
  private mutating func poolAgain(_ instance: UInt32, _ function: UInt32, _ rules: Rules) {
    if functions.instances[instance].isPooled || functions.instances[instance].isOver(at: agenda.now) { return }
    if functions.instances[instance].isProvisioned {
      functions.poolProvisioned(instance, function)
    } else {
      functions.pool(instance, function, rules.value.pick)
    }
  }

  /// Lets an instance without requests wait for the next one, or ends it if its time is over.
  @inline(__always)
  mutating func fallIdle(_ instance: UInt32, _ function: UInt32, _ rules: Rules) {
    let now = agenda.now
    if rules.value.metersInstances { noteBusy(instance, function) }
    if functions.instances[instance].isProvisioned { return fallIdleProvisioned(instance, function) }
    functions.releaseUnit(function, isReserved: rules.value.isReserved, at: now)
    let draw = Draw(functions.instances[instance].key &+ Salt.keepAlive &+ UInt64(functions.instances[instance].uses) &* Key.visitStep)
    let isAlive = functions.instances[instance].fallIdle(at: now, for: plan.samplers.nanoseconds(rules.value.keepAlive, draw))
    if isAlive {
      if !functions.instances[instance].isPooled { functions.pool(instance, function, rules.value.pick) }
      if rules.value.expiresEagerly { _ = agenda.arm(Waiter(.expiry, instance), at: functions.instances[instance].expiresAt) }
    } else {
      functions.retire(instance, at: now)
      if !functions.instances[instance].isPooled { functions.instances.remove(instance) }
      releaseEnded()
    }
    if functions.firstStarved != Invocation.none || functions.states[function].waiting > 0 { startForQueued(function) }
  }

  private mutating func fallIdleProvisioned(_ instance: UInt32, _ function: UInt32) {
    functions.instances[instance].changedAt = agenda.now
    functions.releaseProvisionedUnit(function, at: agenda.now)
    if functions.instances[instance].isSurplus {
      functions.giveUp(instance, at: agenda.now)
      releaseEnded()
      startForQueued(function)
    } else if !functions.instances[instance].isPooled {
      functions.poolProvisioned(instance, function)
    }
  }

  private mutating func noteBusy(_ instance: UInt32, _ function: UInt32) {
    let began = functions.instances[instance].changedAt
    // One that has started and finds nobody waiting had no request to be metered for.
    if functions.instances[instance].uses == 0 || began < plan.measureFrom || began >= plan.arrivalsEnd { return }
    let unit = plan.functions[function].billingUnit
    let billed = max(plan.functions[function].billingMinimum, (agenda.now - began + unit - 1) / unit * unit)
    recorder.note(
      Observation(kind: .instanceBusy, entity: function, at: began, latency: billed / .millisecond, duration: agenda.now - began))
  }

  /// Counts an idle instance as expired, where that is an event of its own.
  mutating func expire(_ instance: UInt32) {
    uncountedEvents += 1
    releaseEnded()
    if functions.instances[instance].active > 0 || functions.instances[instance].expiresAt != agenda.now { return }
    functions.retire(instance, at: agenda.now)
    releaseEnded()
  }
}
