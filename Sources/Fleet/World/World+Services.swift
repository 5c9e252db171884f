import Simulation
import Statistics
import Variates

extension World {
  /// Hands a request to a service.
  ///
  /// - Parameters:
  ///   - key: the number from which the request's draws derive.
  ///   - instance: the instance that asks; none for a client outside.
  /// - Returns: the record of the request, for one who gives it up later.
  mutating func request(
    _ service: UInt32, _ key: UInt64, isMeasured: Bool, from instance: UInt32 = ServiceCall.none, for caller: Ticket
  ) -> UInt32 {
    let now = agenda.now
    let call = services.calls.insert(
      ServiceCall(service: service, instance: instance, caller: caller, key: key, arrived: now, isMeasured: isMeasured))
    if isMeasured { services.states[service].books.offered += 1 }
    if let outage = services.outage(service, plan, at: now) {
      if outage.stalls { stall(call) } else { reject(call, .outage) }
      return call
    }
    let hasFaults = !plan.services[service].faults.isEmpty
    if hasFaults && faults.throttles(plan.services[service].faults, plan, at: now) {
      reject(call, .rate)
      return call
    }
    if plan.services[service].rate != nil || plan.services[service].connections < .max {
      meetLimits(call, service)
    } else {
      work(on: call, service)
    }
    return call
  }

  /// A rate that refuses comes first; then a request waits in line for a connection, and for a token where the rate lets wait.
  private mutating func meetLimits(_ call: UInt32, _ service: UInt32) {
    let now = agenda.now
    let queuesForRate = plan.services[service].rateExcess == .queue
    if !queuesForRate, services.states[service].rate?.take(at: now) == false {
      services.noteLimit(service, isMet: true, plan, at: now)
      return reject(call, .rate)
    }
    releaseEnded()
    let isBusy = lacksConnection(call, service)
    if isBusy && plan.services[service].connectionExcess == .reject {
      services.noteLimit(service, isMet: true, plan, at: now)
      return reject(call, .connections)
    }
    // One whose instance keeps a connection waits behind others for tokens only.
    let hasLine =
      services.firstInLine(service) != nil && (queuesForRate || !services.holdsConnection(services.calls[call].instance, to: service))
    if isBusy || hasLine || (queuesForRate && !takeToken(of: service)) {
      services.noteLimit(service, isMet: true, plan, at: now)
      return queue(call, service)
    }
    services.noteLimit(service, isMet: false, plan, at: now)
    work(on: call, service)
  }

  /// Whether a request needs a connection that is not to be had.
  private mutating func lacksConnection(_ call: UInt32, _ service: UInt32) -> Bool {
    services.states[service].connections.level >= plan.services[service].connections
      && !services.holdsConnection(services.calls[call].instance, to: service)
  }

  private mutating func takeToken(of service: UInt32) -> Bool { services.states[service].rate?.take(at: agenda.now) != false }

  private mutating func queue(_ call: UInt32, _ service: UInt32) {
    if services.states[service].waiting >= plan.services[service].queueLength { return reject(call, .queueLength) }
    services.enqueue(call, service)
    if plan.services[service].queueWait < .never {
      services.calls[call].timer = agenda.arm(Waiter(.serviceLine, call), at: agenda.now + plan.services[service].queueWait)
    }
    lookAtLine(service)
  }

  /// Begins to work on a request.
  private mutating func work(on call: UInt32, _ service: UInt32) {
    let now = agenda.now
    let key = services.calls[call].key
    services.connect(call, plan, at: now)
    services.calls[call].started = now
    if plan.services[service].stall > 0 || plan.services[service].error > 0 {
      var draw = Draw(key &+ Salt.serviceFailure)
      let chance = draw.uniform()
      if chance < plan.services[service].stall { return stall(call) }
      services.calls[call].isError = chance < plan.services[service].stall + plan.services[service].error
    }
    services.calls[call].stage = .working
    var time = plan.samplers.nanoseconds(plan.services[service].latency, Draw(key &+ Salt.serviceLatency))
    let excess = services.states[service].connections.level - plan.services[service].growthFrom
    time = lengthen(time, plan.services[service].faults)
    if excess > 0 { time = Nanoseconds(Double(time) * (1 + Double(excess) * plan.services[service].growth)) }
    _ = agenda.arm(Waiter(.service, call), at: now + time)
  }

  /// Leaves a request without an answer: only its caller can end it.
  private mutating func stall(_ call: UInt32) {
    services.calls[call].stage = .stalled
    if services.calls[call].isMeasured { services.states[services.calls[call].service].books.stalled += 1 }
  }

  private mutating func reject(_ call: UInt32, _ reason: ServiceRefusal) {
    let service = services.calls[call].service
    if services.calls[call].isMeasured { services.states[service].books.rejected[Int(reason.rawValue)] += 1 }
    services.calls[call].stage = .refused
    services.calls[call].refusal = reason
    let draw = Draw(services.calls[call].key &+ Salt.serviceLatency)
    _ = agenda.arm(Waiter(.service, call), at: agenda.now + plan.samplers.nanoseconds(plan.services[service].rejectLatency, draw))
  }

  /// Answers a request: the service has done its work, or the refusal has come through.
  mutating func answerFromService(_ index: UInt32) {
    let call = services.calls[index]
    services.calls[index].stage = .over
    services.calls.remove(index)
    if call.stage == .refused {
      return resume(call.caller, with: Outcome(kind: .refused, loss: call.refusal == .outage ? .unavailable : .throttle))
    }
    _ = services.disconnect(index, at: agenda.now)
    if call.isMeasured { count(call) }
    if services.states[call.service].firstWaiting != ServiceCall.none { serveLine(call.service) }
    var outcome = Outcome(kind: call.isError ? .error : .success, loss: .error)
    outcome.hasWaited = true
    waited.clear()
    waited[.serviceLimit] = call.started - call.arrived
    waited[.service] = agenda.now - call.started
    resume(call.caller, with: outcome)
  }

  private mutating func count(_ answered: ServiceCall) {
    if answered.isError {
      services.states[answered.service].books.errors += 1
      return
    }
    services.states[answered.service].books.served += 1
    if answered.isAbandoned { services.states[answered.service].books.servedInVain += 1 }
    let size = plan.samplers.nanoseconds(plan.services[answered.service].answer, Draw(answered.key &+ Salt.serviceAnswer))
    services.states[answered.service].books.answered += size
  }

  /// Works on those in line as far as connections and tokens go.
  mutating func serveLine(_ service: UInt32) {
    while let first = services.firstInLine(service), !lacksConnection(first, service) {
      if let outage = services.outage(service, plan, at: agenda.now) {
        leaveLine(first, service)
        if outage.stalls { stall(first) } else { reject(first, .outage) }
        continue
      }
      if plan.services[service].rateExcess == .queue && !takeToken(of: service) { return lookAtLine(service) }
      leaveLine(first, service)
      work(on: first, service)
    }
    noteEmptyLine(service)
  }

  /// Takes the first in line out of it.
  private mutating func leaveLine(_ first: UInt32, _ service: UInt32) {
    services.removeFirst(service)
    services.states[service].waiting -= 1
    _ = agenda.close(services.calls[first].timer)
  }

  private mutating func noteEmptyLine(_ service: UInt32) {
    if services.firstInLine(service) == nil { services.noteLimit(service, isMet: false, plan, at: agenda.now) }
  }

  /// Sees to it that the line is looked at when the next token comes.
  private mutating func lookAtLine(_ service: UInt32) {
    guard plan.services[service].rateExcess == .queue, !services.states[service].isLooking,
      let wait = services.states[service].rate?.wait(at: agenda.now)
    else { return }
    if wait == .never { return }
    services.states[service].isLooking = true
    _ = agenda.arm(Waiter(.serviceToken, service), at: agenda.now + max(wait, 0))
  }

  mutating func takeToken(_ service: UInt32) {
    services.states[service].isLooking = false
    serveLine(service)
  }

  /// Refuses a request that has been in line for as long as one may be.
  mutating func giveUpLine(_ index: UInt32) {
    let call = services.calls[index]
    services.calls[index].stage = .over
    services.states[call.service].waiting -= 1
    noteEmptyLine(call.service)
    if call.isMeasured { services.states[call.service].books.rejected[Int(ServiceRefusal.queueWait.rawValue)] += 1 }
    var outcome = Outcome(kind: .refused, loss: .throttle)
    outcome.hasWaited = true
    waited.clear()
    waited[.serviceLimit] = agenda.now - call.arrived
    resume(call.caller, with: outcome)
  }

  /// Notes that nobody waits for a request's answer any more: it leaves the line or its connection where it has no work done.
  mutating func abandonRequest(_ index: UInt32) {
    let call = services.calls[index]
    if call.isMeasured { services.states[call.service].books.abandoned += 1 }
    switch call.stage {
    case .waiting:
      services.calls[index].stage = .over
      _ = agenda.close(call.timer)
      services.states[call.service].waiting -= 1
      noteEmptyLine(call.service)
      if call.isMeasured { services.states[call.service].books.leftLine += 1 }
    case .stalled:
      let isFreed = services.disconnect(index, at: agenda.now)
      services.calls.remove(index)
      if isFreed { serveLine(call.service) }
    case .working: services.calls[index].isAbandoned = true
    case .refused, .over: break
    }
  }
}
