import Simulation
import Variates

extension World {
  /// Lets a source's request come in.
  @inline(__always)
  mutating func arrive(_ arrival: Arrival) {
    let source = arrival.source
    let route = plan.routes[source]
    let isMeasured = agenda.now >= plan.measureFrom
    let ordinal = traffic.sources[source].count(isMeasured: isMeasured && !route.isWarmer)
    let key = Key.mix(route.key &+ ordinal &* Key.ordinalStep)
    if route.client >= 0 {
      call(Call(source: source, payload: arrival.payload, item: key, born: agenda.now, isMeasured: isMeasured))
      return
    }
    var request = Request(source: source, payload: arrival.payload, key: key, item: key, isMeasured: isMeasured)
    request.isPing = route.isWarmer
    _ = submit(request, to: route.function, for: .none)
  }

  @inline(never)
  private mutating func call(_ call: Call) {
    openRequests += 1
    let index = traffic.calls.insert(call)
    attempt(index)
  }

  /// Makes the attempt of a call that comes next.
  mutating func attempt(_ index: UInt32) {
    let call = traffic.calls[index]
    let client = clientPlan(of: call)
    let waiter = Waiter(.call, index)
    let ticket: Ticket
    if client.timeout == .never {
      ticket = agenda.open(waiter)
    } else if client.timeoutLane >= 0 {
      ticket = agenda.arm(waiter, lane: Int(client.timeoutLane))
    } else {
      ticket = agenda.arm(waiter, at: agenda.now + client.timeout)
    }
    if call.isMeasured { traffic.attempts[call.source] += 1 }
    let key = call.attempt == 1 ? call.item : Key.mix(call.item &+ UInt64(call.attempt) &* Key.attemptStep)
    let request = Request(source: call.source, payload: call.payload, key: key, item: call.item, isMeasured: call.isMeasured)
    let invocation = submit(request, to: plan.sources[call.source].function, for: ticket)
    if agenda.isOpen(ticket) { traffic.calls[index].invocation = invocation }
  }

  private func clientPlan(of call: Call) -> ClientPlan {
    let client = plan.sources[call.source].client
    return client >= 0 ? plan.clients[Int(client)] : ClientPlan()
  }

  /// Takes the answer to a call's attempt.
  mutating func answer(_ index: UInt32, _ outcome: Outcome) {
    traffic.calls[index].waits.add(outcome.waits)
    let client = clientPlan(of: traffic.calls[index])
    switch outcome.kind {
    case .success: finish(index, nil)
    case .error: retry(index, client, client.retriesError, .error)
    case .timeout: retry(index, client, client.retriesError, .timeout)
    case .refused:
      let isThrottle = outcome.refusal.isThrottle
      retry(index, client, isThrottle && client.retriesThrottle, isThrottle ? .throttle : .payloadTooLarge)
    }
  }

  /// Gives an attempt up at the client's own timeout; what it asked for runs on.
  mutating func giveUpWaiting(_ index: UInt32) {
    let client = clientPlan(of: traffic.calls[index])
    abandon(traffic.calls[index].invocation)
    traffic.calls[index].waits[.clientTimeout] += client.timeout
    retry(index, client, client.retriesTimeout, .clientTimeout)
  }

  private mutating func retry(_ index: UInt32, _ client: ClientPlan, _ isRetried: Bool, _ loss: Loss) {
    let call = traffic.calls[index]
    guard isRetried && call.attempt < client.attempts else { return finish(index, loss) }
    let draw = Draw(call.item &+ Salt.backoff &+ UInt64(call.attempt) &* Key.attemptStep)
    let pause = client.pause(retry: call.attempt, last: call.lastPause, draw, plan.samplers)
    traffic.calls[index].attempt += 1
    traffic.calls[index].lastPause = pause
    traffic.calls[index].invocation = Invocation.none
    traffic.calls[index].waits[.backingOff] += pause
    _ = agenda.arm(Waiter(.pause, index), at: agenda.now + pause)
  }

  private mutating func finish(_ index: UInt32, _ loss: Loss?) {
    let call = traffic.calls[index]
    openRequests -= 1
    let latency = agenda.now - call.born
    if call.isMeasured {
      let detail = loss.map { $0.rawValue + 1 } ?? 0
      recorder.note(Observation(kind: .answered, detail: detail, entity: call.source, at: call.born, latency: latency))
      if loss == nil || loss == .error || loss == .timeout {
        recorder.note(call.waits, as: .clientCause, of: call.source, at: call.born, latency: latency)
      }
    }
    traffic.calls[index].isLive = false
    traffic.calls.remove(index)
    if call.user != Call.none { think(call.user) }
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
    if isMeasured { traffic.sources[user.source].sent += 1 }
    var call = Call(
      source: user.source, payload: 0, item: Key.mix(user.key &+ user.ordinal &* Key.ordinalStep), born: agenda.now,
      isMeasured: isMeasured)
    call.user = index
    self.call(call)
  }
}
