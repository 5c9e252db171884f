import Simulation
import Variates

extension World {
  /// Lets a source's request come in.
  @inline(__always)
  mutating func arrive(_ arrival: Arrival) {
    let source = arrival.source
    let route = plan.routes.row(source).value
    let isMeasured = agenda.now >= plan.measureFrom
    let ordinal = traffic.counts[source].count(isMeasured: isMeasured && !route.isWarmer)
    let key = Key.mix(route.key &+ ordinal &* Key.ordinalStep)
    if !route.isPlain {
      if route.isTaken { return drop(arrival, key, isMeasured: isMeasured) }
      call(Call(source: source, payload: arrival.payload, item: key, born: agenda.now, isMeasured: isMeasured))
      return
    }
    var request = Request(source: source, payload: arrival.payload, key: key, item: key, isMeasured: isMeasured)
    request.isPing = route.isWarmer
    _ = submit(request, to: route.function, for: .none)
  }

  /// Hands an item over that nobody watches over, to something that only takes it in.
  @inline(never)
  private mutating func drop(_ arrival: Arrival, _ key: UInt64, isMeasured: Bool) {
    let (source, now) = (arrival.source, agenda.now)
    guard let target = plan.sources[source].target else { return }
    if isMeasured { traffic.attempts[source] += 1 }
    var item = Item(number: key, source: source, payload: arrival.payload, at: now, isMeasured: isMeasured)
    let journey = plan.sources[source].isFollowed ? items.beginJourney(of: source, at: now, isMeasured: isMeasured) : Item.none
    item.journey = journey
    let index = items.insert(item)
    let loss = accept(index, by: target)
    if loss != nil { release(index) }
    if isMeasured { noteAnswer(loss, kind: journey == Item.none ? .answered : .responded, source, at: now, latency: 0) }
    if journey == Item.none { return }
    let isLast: Bool
    if let loss { isLast = items.lose(journey, loss) } else { isLast = items.end(journey, at: now, Item.none) }
    if isLast { finishJourney(journey) }
  }

  private mutating func noteAnswer(_ loss: Loss?, kind: Observation.Kind, _ source: UInt32, at born: Nanoseconds, latency: Nanoseconds) {
    let detail = loss.map { $0.rawValue + 1 } ?? 0
    recorder.note(Observation(kind: kind, detail: detail, entity: source, at: born, latency: latency))
  }

  @inline(never)
  private mutating func call(_ call: Call) {
    openRequests += 1
    var call = call
    if plan.sources[call.source].isFollowed {
      call.journey = items.beginJourney(of: call.source, at: agenda.now, isMeasured: call.isMeasured)
    }
    let index = traffic.calls.insert(call)
    attempt(index)
  }

  /// Makes the attempt of a call that comes next.
  mutating func attempt(_ index: UInt32) {
    let source = traffic.calls[index].source
    let client = Int(plan.sources[source].client)
    let waiter = Waiter(.call, index)
    let ticket: Ticket
    if client < 0 || plan.clients[client].timeout == .never {
      ticket = agenda.open(waiter)
    } else if plan.clients[client].timeoutLane >= 0 {
      ticket = agenda.arm(waiter, lane: Int(plan.clients[client].timeoutLane))
    } else {
      ticket = agenda.arm(waiter, at: agenda.now + plan.clients[client].timeout)
    }
    if traffic.calls[index].isMeasured { traffic.attempts[source] += 1 }
    traffic.calls[index].ticket = ticket
    traffic.calls[index].asked = agenda.now
    if plan.sources[source].hasHandover {
      let key = Key.mix(traffic.calls[index].item &+ UInt64(traffic.calls[index].attempt) &* Key.attemptStep)
      var time = plan.samplers.nanoseconds(plan.sources[source].handover, Draw(key &+ Salt.handover))
      if plan.sources[source].transfer > 0 { time += transferTime(of: traffic.calls[index]) }
      traffic.calls[index].handover = agenda.arm(Waiter(.handover, index), at: agenda.now + time)
    } else {
      send(index)
    }
  }

  /// Hands the attempt of a call to its target.
  mutating func send(_ index: UInt32) {
    let call = traffic.calls[index]
    let key = call.attempt == 1 ? call.item : Key.mix(call.item &+ UInt64(call.attempt) &* Key.attemptStep)
    items.charge(agenda.now - call.asked, to: .handover, in: &traffic.calls[index].trail)
    traffic.calls[index].asked = agenda.now
    let held: UInt32
    if let target = plan.sources[call.source].target {
      var item = Item(number: call.item, source: call.source, payload: call.payload, at: call.born, isMeasured: call.isMeasured)
      item.journey = call.journey
      item.restart(at: agenda.now)
      item.isRetry = call.attempt > 1
      let trail = traffic.calls[index].trail
      if trail != Item.none { item.trail = items.keep(items.ledger(trail)) }
      held = submit(items.insert(item), key, to: target, for: call.ticket)
    } else {
      var request = Request(source: call.source, payload: call.payload, key: key, item: call.item, isMeasured: call.isMeasured)
      request.isRetry = call.attempt > 1
      held = submit(request, to: plan.sources[call.source].function, for: call.ticket)
    }
    if agenda.isOpen(call.ticket) { traffic.calls[index].held = held }
  }

  private func clientPlan(of call: Call) -> ClientPlan {
    let client = plan.sources[call.source].client
    return client >= 0 ? plan.clients[Int(client)] : ClientPlan()
  }

  /// Takes the answer to a call's attempt.
  mutating func answer(_ index: UInt32, _ outcome: Outcome) {
    if outcome.waits.total > 0 { items.charge(outcome.waits, in: &traffic.calls[index].trail) }
    if outcome.kind == .success { return finish(index, nil) }
    let client = clientPlan(of: traffic.calls[index])
    switch outcome.kind {
    case .success: preconditionFailure("finished")
    case .error: retry(index, client, client.retriesError, .error)
    case .timeout: retry(index, client, client.retriesError, .timeout)
    case .refused: retry(index, client, client.retries(outcome.loss), outcome.loss)
    }
  }

  /// Gives an attempt up at the client's own timeout; what it asked for runs on.
  mutating func giveUpWaiting(_ index: UInt32) {
    let client = clientPlan(of: traffic.calls[index])
    let call = traffic.calls[index]
    _ = agenda.close(call.handover)
    if call.held != Call.none { abandon(call.held, of: plan.sources[call.source].target?.kind ?? .function) }
    items.charge(agenda.now - call.asked, to: .clientTimeout, in: &traffic.calls[index].trail)
    retry(index, client, client.retriesTimeout, .clientTimeout)
  }

  private mutating func retry(_ index: UInt32, _ client: ClientPlan, _ isRetried: Bool, _ loss: Loss) {
    let call = traffic.calls[index]
    guard isRetried && call.attempt < client.attempts else { return finish(index, loss) }
    let draw = Draw(call.item &+ Salt.backoff &+ UInt64(call.attempt) &* Key.attemptStep)
    let pause = client.pause(retry: call.attempt, last: call.lastPause, draw, plan.samplers)
    traffic.calls[index].attempt += 1
    traffic.calls[index].lastPause = pause
    traffic.calls[index].held = Call.none
    items.charge(pause, to: .backingOff, in: &traffic.calls[index].trail)
    _ = agenda.arm(Waiter(.pause, index), at: agenda.now + pause)
  }

  private mutating func finish(_ index: UInt32, _ loss: Loss?) {
    let call = traffic.calls[index]
    openRequests -= 1
    let latency = agenda.now - call.born
    if call.isMeasured {
      noteAnswer(loss, kind: call.journey == Item.none ? .answered : .responded, call.source, at: call.born, latency: latency)
      if call.trail != Item.none && loss.map(\.isAnswer) ?? true {
        recorder.note(items.ledger(call.trail), as: .clientCause, of: call.source, at: call.born, latency: latency)
      }
    }
    traffic.calls[index].isLive = false
    traffic.calls.remove(index)
    if call.journey != Item.none { endCall(call, loss) } else { items.freeTrail(call.trail) }
    if call.user != Call.none { think(call.user) }
  }

  /// Ends a call's entry in the journey of what it set off.
  private mutating func endCall(_ call: Call, _ loss: Loss?) {
    let isLast: Bool
    if let loss {
      items.freeTrail(call.trail)
      isLast = items.lose(call.journey, loss)
    } else {
      isLast = items.end(call.journey, at: agenda.now, call.trail)
    }
    if isLast { finishJourney(call.journey) }
  }

  // MARK: Users

  /// Lets every user think before the first request.
  mutating func seatUsers() {
    for user in 0..<traffic.users.count { think(UInt32(user)) }
  }

  private mutating func think(_ user: UInt32) {
    let (source, key, ordinal) = (traffic.users[user].source, traffic.users[user].key, traffic.users[user].ordinal)
    let draw = Draw(key &+ Salt.think &+ ordinal &* Key.visitStep)
    let time = agenda.now + plan.samplers.nanoseconds(plan.sources[source].sampler, draw)
    if time < plan.arrivalsEnd { _ = agenda.arm(Waiter(.user, user), at: time) }
  }

  /// Lets a user make a request.
  mutating func ask(_ index: UInt32) {
    traffic.users[index].ordinal += 1
    let user = traffic.users[index]
    let isMeasured = agenda.now >= plan.measureFrom
    if isMeasured { traffic.counts[user.source].sent += 1 }
    var call = Call(
      source: user.source, payload: 0, item: Key.mix(user.key &+ user.ordinal &* Key.ordinalStep), born: agenda.now,
      isMeasured: isMeasured)
    call.user = index
    self.call(call)
  }
}
