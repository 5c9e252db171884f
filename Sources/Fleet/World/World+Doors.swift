import Simulation
import Variates

/// Front doors: synchronous, with limits, a time and a patience of their own.
extension World {
  /// Takes a request in.
  ///
  /// - Parameter key: the number from which the request's draws derive.
  /// - Returns: the record of the request, for one who gives it up later.
  mutating func enter(_ door: UInt32, _ item: UInt32, _ key: UInt64, for caller: Ticket) -> UInt32 {
    let isMeasured = items.records[item].isMeasured
    let rules = plan.doors[door]
    let size = items.size(of: items.records[item], plan)
    if isMeasured { doors.states[door].books.requests += 1 }
    if size > rules.requestLimit {
      if isMeasured { doors.states[door].books.tooLarge += 1 }
      return turnAway(item, .payloadTooLarge, for: caller)
    }
    if let fault = meetFaults(rules.faults) {
      if isMeasured { if fault == .throttle { doors.states[door].books.throttled += 1 } else { doors.states[door].books.unavailable += 1 } }
      return turnAway(item, fault, for: caller)
    }
    if !doors.admit(door, rules, isMeasured: isMeasured, at: agenda.now) { return turnAway(item, .throttle, for: caller) }
    if isMeasured {
      doors.states[door].books.bytesIn += size
      doors.states[door].books.units += rules.units(of: size)
    }
    let time = lengthen(plan.samplers.nanoseconds(rules.latency, Draw(key &+ Salt.doorLatency)), rules.faults)
    let call = DoorCall(
      door: door, caller: caller, key: key, item: item, isMeasured: isMeasured, arrived: agenda.now, before: time / 2,
      after: time - time / 2)
    openRequests += 1
    let index = doors.calls.insert(call)
    if call.before > 0 { _ = agenda.arm(Waiter(.door, index), at: agenda.now + call.before) } else { pass(index) }
    return index
  }

  private mutating func turnAway(_ item: UInt32, _ loss: Loss, for caller: Ticket) -> UInt32 {
    release(item)
    resume(caller, with: Outcome(kind: .refused, loss: loss))
    return DoorCall.none
  }

  /// Goes on with a request whose time in the door is over.
  mutating func goThroughDoor(_ index: UInt32) {
    switch doors.calls[index].stage {
    case .before: pass(index)
    case .asking: preconditionFailure("an answer is no event of the door")
    case .after: answerFromDoor(index)
    }
  }

  /// Hands a request to what stands behind the door.
  private mutating func pass(_ index: UInt32) {
    let call = doors.calls[index]
    let rules = plan.doors[call.door]
    items.charge(call.before, to: .door, of: call.item)
    items.records[call.item].since = agenda.now
    if call.isAbandoned {
      let held = submit(call.item, call.key, to: rules.target, for: .none)
      if held != DoorCall.none { abandon(held, of: rules.target.kind) }
      return remove(index)
    }
    let waiter = Waiter(.doorReply, index)
    let ticket: Ticket
    if rules.timeout == .never {
      ticket = agenda.open(waiter)
    } else if rules.timeoutLane >= 0 {
      ticket = agenda.arm(waiter, lane: Int(rules.timeoutLane))
    } else {
      ticket = agenda.arm(waiter, at: agenda.now + rules.timeout)
    }
    doors.calls[index].stage = .asking
    doors.calls[index].asked = agenda.now
    doors.calls[index].reply = ticket
    let held = submit(call.item, call.key, to: rules.target, for: ticket)
    guard agenda.isOpen(ticket) else { return }
    doors.calls[index].held = held
    if call.isWaste && rules.target.kind == .function { abandon(held) }
  }

  /// Takes the answer from behind a door.
  mutating func takeDoorReply(_ index: UInt32, _ outcome: Outcome) {
    let call = doors.calls[index]
    let rules = plan.doors[call.door]
    var answer = outcome
    switch outcome.kind {
    case .success:
      let size = rules.target.kind == .function ? answerSize(of: rules.target.index, call.key) : 0
      if size > rules.answerLimit {
        answer.kind = .error
        answer.loss = .payloadTooLarge
        if call.isMeasured { doors.states[call.door].books.errors += 1 }
      } else if call.isMeasured {
        doors.states[call.door].books.succeeded += 1
        doors.states[call.door].books.bytesOut += size
      }
    case .error, .timeout: if call.isMeasured { doors.states[call.door].books.errors += 1 }
    case .refused: if call.isMeasured { doors.states[call.door].books.refused += 1 }
    }
    leave(index, answer)
  }

  /// Gives up on what stands behind a door, which goes on as waste.
  mutating func giveUpDoor(_ index: UInt32) {
    let call = doors.calls[index]
    if call.isMeasured { doors.states[call.door].books.timeouts += 1 }
    abandon(call.held, of: plan.doors[call.door].target.kind)
    var outcome = Outcome(kind: .refused, loss: .doorTimeout)
    outcome.hasWaited = true
    waited.clear()
    waited[.clientTimeout] = agenda.now - call.asked
    leave(index, outcome)
  }

  private mutating func leave(_ index: UInt32, _ outcome: Outcome) {
    doors.calls[index].stage = .after
    doors.calls[index].outcome = outcome
    if outcome.hasWaited { doors.calls[index].trail = items.keep(waited) }
    let after = doors.calls[index].after
    if after > 0 { _ = agenda.arm(Waiter(.door, index), at: agenda.now + after) } else { answerFromDoor(index) }
  }

  private mutating func answerFromDoor(_ index: UInt32) {
    let call = doors.calls[index]
    if call.isMeasured { noteDelivery(of: UInt32(plan.events.count) + call.door, agenda.now - call.arrived) }
    remove(index)
    var outcome = call.outcome
    if outcome.hasWaited { waited = items.take(call.trail) } else { waited.clear() }
    waited[.door] += call.before + call.after
    outcome.hasWaited = true
    resume(call.caller, with: outcome)
  }

  private mutating func remove(_ index: UInt32) {
    doors.calls[index].isLive = false
    doors.calls.remove(index)
    openRequests -= 1
  }

  /// Notes that nobody waits for a door's answer any more: what stands behind it works in vain.
  mutating func abandonDoor(_ index: UInt32) {
    let call = doors.calls[index]
    switch call.stage {
    case .before:
      doors.calls[index].isAbandoned = true
      if call.isMeasured { doors.states[call.door].books.abandoned += 1 }
    case .asking:
      if call.isMeasured { doors.states[call.door].books.abandoned += 1 }
      _ = agenda.close(call.reply)
      abandon(call.held, of: plan.doors[call.door].target.kind)
      remove(index)
    case .after: break
    }
  }

  /// Notes that who waits for a door's answer works in vain.
  mutating func wasteDoor(_ index: UInt32) {
    let call = doors.calls[index]
    doors.calls[index].isWaste = true
    if call.stage == .asking && plan.doors[call.door].target.kind == .function { abandon(call.held) }
  }
}
