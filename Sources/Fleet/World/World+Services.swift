import Simulation
import Statistics
import Variates

extension World {
  /// Hands a request to a service.
  ///
  /// - Parameter key: the number from which the request's draws derive.
  /// - Returns: the record of the request, for one who gives it up later.
  mutating func request(_ service: UInt32, _ key: UInt64, isMeasured: Bool, for caller: Ticket) -> UInt32 {
    let now = agenda.now
    let call = services.calls.insert(ServiceCall(service: service, caller: caller, key: key, arrived: now, isMeasured: isMeasured))
    if isMeasured { services.states[service].books.offered += 1 }
    if let outage = services.outage(service, plan, at: now) {
      if outage.stalls { stall(call) } else { reject(call, .outage) }
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
    let isBusy = services.states[service].connections.level >= plan.services[service].connections
    if isBusy && plan.services[service].connectionExcess == .reject {
      services.noteLimit(service, isMet: true, plan, at: now)
      return reject(call, .connections)
    }
    let hasLine = services.firstInLine(service) != nil
    if isBusy || hasLine || (queuesForRate && !takeToken(of: service)) {
      services.noteLimit(service, isMet: true, plan, at: now)
      return queue(call, service)
    }
    services.noteLimit(service, isMet: false, plan, at: now)
    work(on: call, service)
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
    services.states[service].connections.add(1, at: now)
    services.calls[call].started = now
    if plan.services[service].stall > 0 || plan.services[service].error > 0 {
      var draw = Draw(key &+ Salt.serviceFailure)
      let chance = draw.uniform()
      if chance < plan.services[service].stall { return stall(call, isConnected: true) }
      services.calls[call].isError = chance < plan.services[service].stall + plan.services[service].error
    }
    services.calls[call].stage = .working
    var time = plan.samplers.nanoseconds(plan.services[service].latency, Draw(key &+ Salt.serviceLatency))
    let excess = services.states[service].connections.level - plan.services[service].growthFrom
    if excess > 0 { time = Nanoseconds(Double(time) * (1 + Double(excess) * plan.services[service].growth)) }
    _ = agenda.arm(Waiter(.service, call), at: now + time)
  }

  /// Leaves a request without an answer: only its caller can end it.
  private mutating func stall(_ call: UInt32, isConnected: Bool = false) {
    services.calls[call].stage = .stalled
    services.calls[call].isConnected = isConnected
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
    services.states[call.service].connections.add(-1, at: agenda.now)
    if call.isMeasured {
      if call.isError { services.states[call.service].books.errors += 1 } else { services.states[call.service].books.served += 1 }
    }
    if services.states[call.service].firstWaiting != ServiceCall.none { serveLine(call.service) }
    var outcome = Outcome(kind: call.isError ? .error : .success, loss: .error)
    outcome.waits[.serviceLimit] = call.started - call.arrived
    outcome.waits[.service] = agenda.now - call.started
    resume(call.caller, with: outcome)
  }

  /// Works on those in line as far as connections and tokens go.
  mutating func serveLine(_ service: UInt32) {
    while let first = services.firstInLine(service), services.states[service].connections.level < plan.services[service].connections {
      if plan.services[service].rateExcess == .queue && !takeToken(of: service) { return lookAtLine(service) }
      services.removeFirst(service)
      services.states[service].waiting -= 1
      _ = agenda.close(services.calls[first].timer)
      work(on: first, service)
    }
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
    if call.isMeasured { services.states[call.service].books.rejected[Int(ServiceRefusal.queueWait.rawValue)] += 1 }
    var outcome = Outcome(kind: .refused, loss: .throttle)
    outcome.waits[.serviceLimit] = agenda.now - call.arrived
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
      if call.isMeasured { services.states[call.service].books.leftLine += 1 }
    case .stalled:
      services.calls.remove(index)
      if call.isConnected {
        services.states[call.service].connections.add(-1, at: agenda.now)
        serveLine(call.service)
      }
    case .working, .refused, .over: break
    }
  }
}
