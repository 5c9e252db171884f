import Simulation
import Statistics
import Variates

extension World {
  /// Ends an invocation: its books, then its instance, then its caller.
  @inline(__always)
  mutating func endInvocation(_ index: UInt32) {
    let function = functions.invocations[index].function
    let instance = functions.invocations[index].instance
    let caller = functions.invocations[index].caller
    let end = functions.invocations[index].end
    openRequests &-= 1
    let aside = functions.invocations[index].aside
    note(endOf: index, on: instance, function)
    functions.invocations[index].isLive = false
    functions.invocations.remove(index)
    if end == .timeout { reset(instance, function) }
    functions.instances[instance].active &-= 1
    release(instance, function)
    if caller != .none { tell(caller, end, aside) }
    if aside != Invocation.none { functions.asides.remove(aside) }
  }

  @inline(never)
  private mutating func tell(_ caller: Ticket, _ end: OutcomeKind, _ aside: UInt32) {
    var outcome = Outcome(kind: end)
    if aside != Invocation.none { outcome.waits = functions.asides[aside].waits }
    resume(caller, with: outcome)
  }

  /// Notes what an invocation was.
  @inline(__always)
  private mutating func note(endOf index: UInt32, on instance: UInt32, _ function: UInt32) {
    let (now, started) = (agenda.now, functions.invocations[index].started)
    let arrived = functions.invocations[index].arrived
    let aside = functions.invocations[index].aside
    let source = functions.invocations[index].source
    if functions.invocations[index].isMeasured {
      let isDirect = started == arrived && functions.invocations[index].end == .success && !functions.invocations[index].isCold
      var observation = Observation(
        kind: isDirect ? .direct : .ended, detail: functions.invocations[index].end.rawValue,
        isCold: functions.invocations[index].isCold, isProvisioned: functions.instances[instance].isProvisioned, entity: source,
        at: arrived, latency: now &- arrived, duration: now &- started)
      if plan.sources[source].isWarmer { observation.kind = .ping }
      recorder.note(observation)
      if aside != Invocation.none { noteAside(functions.asides[aside], observation, function) }
    }
  }

  @inline(never)
  private mutating func noteAside(_ aside: InvocationAside, _ ended: Observation, _ function: UInt32) {
    if ended.kind != .ping { recorder.note(aside.waits, as: .cause, of: ended.entity, at: ended.at, latency: ended.latency) }
    var more = ended
    if aside.billedInit > 0 {
      more.kind = .billedInit
      more.latency = aside.billedInit
      recorder.note(more)
    }
    if aside.abandonedAt < agenda.now {
      more.kind = .wasted
      more.duration = min(ended.duration, agenda.now - aside.abandonedAt)
      recorder.note(more)
    }
    if plan.functions[function].metersCPU {
      more.kind = .computed
      more.duration = aside.computed
      recorder.note(more)
    }
  }

  /// Resets an instance after a timeout: what it kept is lost, and its next use pays for a new initialisation.
  ///
  /// - Source: AWS Lambda Developer Guide, Failures during the invoke phase.
  @inline(never)
  private mutating func reset(_ instance: UInt32, _ function: UInt32) {
    functions.instances[instance].needsInit = plan.functions[function].start.initsAfterReset
    steps.forget(instance)
  }

  /// Finds work for an instance that has a free place, or lets it fall idle.
  @inline(__always)
  mutating func release(_ instance: UInt32, _ function: UInt32) {
    let isIdle = functions.instances[instance].active == 0
    if functions.states[function].waiting > 0 && !functions.instances[instance].isSpent(at: agenda.now) {
      if serveWaiting(instance, function) { return }
    }
    if isIdle { fallIdle(instance, function) } else { poolAgain(instance, function) }
  }

  /// Serves the request that has waited longest by an instance that was freed.
  @inline(never)
  private mutating func serveWaiting(_ instance: UInt32, _ function: UInt32) -> Bool {
    guard !plan.functions[function].isPinned, let invocation = functions.dequeue(function) else { return false }
    let waited = agenda.now - functions.invocations[invocation].arrived
    let isQueued = hasTimer(invocation)
    cancelTimer(of: invocation)
    aside(of: invocation) { $0.waits[isQueued ? .queued : .waitingForInstance] += waited }
    // The instance keeps its unit of concurrency from one request to the next.
    functions.instances[instance].active &+= 1
    if functions.instances[instance].active == 1 { functions.instances[instance].changedAt = agenda.now }
    if functions.instances[instance].isPooled && functions.instances[instance].active == plan.functions[function].places {
      functions.unpool(instance, function, plan.functions[function].pick)
    }
    begin(invocation, on: instance, function)
    return true
  }

  private func hasTimer(_ invocation: UInt32) -> Bool {
    let aside = functions.invocations[invocation].aside
    return aside != Invocation.none && functions.asides[aside].timer != .none
  }

  mutating func cancelTimer(of invocation: UInt32) {
    let aside = functions.invocations[invocation].aside
    if aside != Invocation.none { _ = agenda.close(functions.asides[aside].timer) }
  }

  @inline(__always)
  private mutating func poolAgain(_ instance: UInt32, _ function: UInt32) {
    if functions.instances[instance].isPooled || functions.instances[instance].isSpent(at: agenda.now) { return }
    if functions.instances[instance].isProvisioned {
      functions.poolProvisioned(instance, function)
    } else {
      functions.pool(instance, function, plan.functions[function].pick)
    }
  }

  /// Lets an instance without requests wait for the next one, or ends it if its time is over.
  @inline(__always)
  mutating func fallIdle(_ instance: UInt32, _ function: UInt32) {
    let now = agenda.now
    if plan.functions[function].metersInstances { noteBusy(instance, function) }
    functions.instances[instance].changedAt = now
    if functions.instances[instance].isProvisioned {
      fallIdleProvisioned(instance, function)
      return
    }
    functions.releaseUnit(function, isReserved: plan.functions[function].reserved >= 0, at: now)
    if functions.instances[instance].endOfLife <= now {
      functions.retire(instance, at: now, measureFrom: functions.measureFrom)
      if !functions.instances[instance].isPooled { functions.instances.remove(instance) }
    } else {
      let draw = Draw(
        functions.instances[instance].key &+ Salt.keepAlive &+ UInt64(functions.instances[instance].uses) &* Key.visitStep)
      let idle = plan.samplers.nanoseconds(plan.functions[function].keepAlive, draw)
      functions.instances[instance].expiresAt = min(now &+ idle, functions.instances[instance].endOfLife)
      if !functions.instances[instance].isPooled { functions.pool(instance, function, plan.functions[function].pick) }
      if plan.engine.expiresEagerly { _ = agenda.arm(Waiter(.expiry, instance), at: functions.instances[instance].expiresAt) }
    }
    if functions.firstStarved != Invocation.none || functions.states[function].waiting > 0 { startForQueued(function) }
  }

  private mutating func fallIdleProvisioned(_ instance: UInt32, _ function: UInt32) {
    functions.releaseProvisionedUnit(function, at: agenda.now)
    if functions.instances[instance].isSurplus {
      functions.giveUp(instance, at: agenda.now)
    } else if !functions.instances[instance].isPooled {
      functions.poolProvisioned(instance, function)
    }
  }

  private mutating func noteBusy(_ instance: UInt32, _ function: UInt32) {
    let began = functions.instances[instance].changedAt
    if began < plan.measureFrom || began >= plan.arrivalsEnd { return }
    let unit = plan.functions[function].billingUnit
    let billed = max(plan.functions[function].billingMinimum, (agenda.now - began + unit - 1) / unit * unit)
    recorder.note(
      Observation(kind: .instanceBusy, entity: function, at: began, latency: billed / .millisecond, duration: agenda.now - began))
  }

  /// Counts an idle instance as expired, where that is an event of its own.
  mutating func expire(_ instance: UInt32) {
    uncountedEvents += 1
    if functions.instances[instance].active > 0 || functions.instances[instance].expiresAt != agenda.now { return }
    functions.retire(instance, at: agenda.now, measureFrom: functions.measureFrom)
  }
}
