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
    if isMeasured { traffic.attempts[source] += 1 }
    var item = Item(number: key, source: source, payload: arrival.payload, at: now, isMeasured: isMeasured)
    if plan.sources[source].isFollowed { item.journey = items.beginJourney(of: source, at: now, isMeasured: isMeasured) }
    let index = items.insert(item)
    if !plan.sources[source].hasHandover { return take(index) }
    openRequests += 1
    _ = agenda.arm(Waiter(.taking, index), at: now + handoverTime(of: source, key, attempt: 1))
  }

  /// Lets an item that was dropped reach what takes it in, after the time of handing it over.
  mutating func takeDropped(_ index: UInt32) {
    openRequests -= 1
    items.charge(agenda.now - items.records[index].born, to: .handover, of: index)
    items.records[index].since = agenda.now
    items.records[index].setLead(agenda.now - items.records[index].born)
    take(index)
  }

  /// Gives an item that nobody watches over to its source's target, and notes the answer.
  private mutating func take(_ index: UInt32) {
    let (source, journey, born) = (items.records[index].source, items.records[index].journey, items.records[index].born)
    guard let target = plan.sources[source].target else { return }
    let isMeasured = items.records[index].isMeasured
    let time = agenda.now - born
    let loss = accept(index, by: target)
    if loss != nil { release(index) }
    if isMeasured {
      noteAnswer(loss, kind: journey == Item.none ? .answered : .responded, source, at: born, latency: time)
      if time > 0 && loss.map(\.isAnswer) != false {
        waited.clear()
        waited[.handover] = time
        recorder.clientCauses.add(&waited, of: Int(source), latency: time)
      }
    }
    if journey == Item.none { return }
    var trail = Item.none
    // What goes on has waits of its own; these are asked for where nothing does.
    if items.journeys[journey].open == 1 { items.charge(time, to: .handover, in: &trail) }
    endAnswer(journey, loss, trail)
  }

  private mutating func noteAnswer(_ loss: Loss?, kind: Observation.Kind, _ source: UInt32, at born: Nanoseconds, latency: Nanoseconds) {
    let detail = loss.map { $0.rawValue + 1 } ?? 0
    recorder.note(Observation(kind: kind, detail: detail, entity: source, at: born, latency: latency))
  }

  /// How long an attempt of a request takes to be handed over.
  private mutating func handoverTime(of source: UInt32, _ item: UInt64, attempt: UInt32) -> Nanoseconds {
    let key = Key.mix(item &+ UInt64(attempt) &* Key.attemptStep)
    let time = plan.samplers.nanoseconds(plan.sources[source].handover, Draw(key &+ Salt.handover))
    if plan.sources[source].transfer == 0 { return time }
    return lengthenTransfer(time + transferTime(of: item, from: source), with: plan.sources[source].target)
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
      let time = handoverTime(of: source, traffic.calls[index].item, attempt: traffic.calls[index].attempt)
      traffic.calls[index].handover = agenda.arm(Waiter(.handover, index), at: agenda.now + time)
    } else {
      send(index)
    }
  }

  /// Hands the attempt of a call to its target.
  mutating func send(_ index: UInt32) {
    let call = traffic.calls[index]
    let key = call.attempt == 1 ? call.item : Key.mix(call.item &+ UInt64(call.attempt) &* Key.attemptStep)
    let handover = agenda.now - call.asked
    items.charge(handover, to: .handover, in: &traffic.calls[index].trail)
    traffic.calls[index].asked = agenda.now
    let held: UInt32
    if let target = plan.sources[call.source].target {
      var item = Item(number: call.item, source: call.source, payload: call.payload, at: call.born, isMeasured: call.isMeasured)
      item.journey = call.journey
      item.restart(at: agenda.now)
      item.setLead(handover)
      item.isRetry = call.attempt > 1
      item.trail = items.keepCopy(of: traffic.calls[index].trail)
      held = submit(items.insert(item), key, to: target, for: call.ticket)
    } else {
      var request = Request(source: call.source, payload: call.payload, key: key, item: call.item, isMeasured: call.isMeasured)
      request.isRetry = call.attempt > 1
      held = submit(request, to: plan.sources[call.source].function, for: call.ticket)
    }
    if agenda.isOpen(call.ticket) { traffic.calls[index].held = held }
  }

  private mutating func clientPlan(of call: Call) -> ClientPlan {
    let client = plan.sources[call.source].client
    return client >= 0 ? plan.clients[Int(client)] : ClientPlan()
  }

  /// Takes the answer to a call's attempt.
  mutating func answer(_ index: UInt32, _ outcome: Outcome) {
    if outcome.hasWaited { items.charge(&waited, in: &traffic.calls[index].trail) }
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
      if call.trail != Item.none && loss.map(\.isAnswer) != false {
        recorder.clientCauses.add(&items.trails[call.trail], of: Int(call.source), latency: latency)
      }
    }
    traffic.calls[index].isLive = false
    traffic.calls.remove(index)
    if call.journey == Item.none { items.freeTrail(call.trail) } else { endAnswer(call.journey, loss, call.trail) }
    if call.user != Call.none { think(call.user) }
  }

  /// Ends the entry of the request itself in the journey of what it set off.
  ///
  /// - Parameter trail: what it had waited for.
  private mutating func endAnswer(_ journey: UInt32, _ loss: Loss?, _ trail: UInt32) {
    let isLast: Bool
    if let loss {
      items.freeTrail(trail)
      isLast = items.lose(journey, loss)
    } else {
      isLast = items.end(journey, at: agenda.now, trail)
    }
    if isLast { finishJourney(journey) }
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
