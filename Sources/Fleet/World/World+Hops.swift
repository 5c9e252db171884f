import Simulation
import Variates

/// Steps that hand something to another part of the fleet: a strand makes attempts, waits for answers and pauses between.
extension World {
  /// Begins the hop at which a strand stands.
  ///
  /// - Returns: whether the strand can go on at once.
  mutating func beginHop(_ index: UInt32) -> Bool {
    openHop(index)
    if let count = plan.hops[hop(of: index)].count {
      let copies = plan.samplers.count(count, Draw(key(of: index) &+ Salt.copy))
      if copies == 0 { return settle(index, nil) }
      steps.strands[index].hop.left = copies
    }
    return attemptHop(index)
  }

  /// Goes on with a hop whose event has come.
  ///
  /// - Returns: whether the strand can go on.
  mutating func goOn(_ index: UInt32) -> Bool {
    switch steps.strands[index].hop.stage {
    case .none:
      rebase(index)
      return beginHop(index)
    case .handing:
      let time = agenda.now - steps.strands[index].hop.since
      let isInTime = time < plan.hops[hop(of: index)].caller.timeout
      charge(time, to: isInTime ? .handover : .clientTimeout, of: index)
      return isInTime ? ask(index) : settle(index, .clientTimeout)
    case .pausing:
      charge(agenda.now - steps.strands[index].hop.since, to: .backingOff, of: index)
      return attemptHop(index)
    case .pacing:
      charge(agenda.now - steps.strands[index].hop.since, to: .backingOff, of: index)
      steps.strands[index].hop.since = agenda.now
      return beginHandingOver(index)
    case .asking: preconditionFailure("an answer is no event of the strand")
    }
  }

  private mutating func hop(of index: UInt32) -> UInt32 { plan.operations[steps.strands[index].walk.place].detail }

  /// The number from which a hop's own draws derive, the same at every attempt.
  private mutating func key(of index: UInt32) -> UInt64 { steps.strands[index].hop.key }

  /// Lets a strand begin a hop of its program.
  private mutating func openHop(_ index: UInt32) {
    let (place, item, visit) = (steps.strands[index].walk.place, steps.strands[index].walk.item, steps.strands[index].walk.visit)
    let invocation = steps.strands[index].invocation
    var key = functions.invocations[invocation].key
    if functions.invocations[invocation].carriesItems { key = subject(of: functions.invocations[invocation], item: item).key }
    steps.strands[index].hop = HopWait()
    steps.strands[index].hop.key = Key.mix(key &+ plan.operations[place].salt &+ visit)
  }

  /// The number from which an attempt's draws derive.
  mutating func attemptKey(of index: UInt32) -> UInt64 {
    Key.mix(key(of: index) &+ plan.hops[hop(of: index)].salt &+ UInt64(steps.strands[index].hop.attempt) &* Key.attemptStep)
  }

  private mutating func attemptHop(_ index: UInt32) -> Bool {
    let hop = hop(of: index)
    steps.strands[index].hop.attempt += 1
    steps.strands[index].hop.since = agenda.now
    if plan.hops[hop].isWatched {
      guard let pause = admitAttempt(index, hop) else {
        if isMeasured(index) { callers.books[hop].rejected += 1 }
        return settle(index, .circuitOpen)
      }
      if pause > 0 {
        if isMeasured(index) { callers.books[hop].paced += pause }
        sleep(index, .pacing, for: pause)
        return false
      }
    }
    return beginHandingOver(index)
  }

  /// Begins the hop that a strand comes to at the end of its walk, where nothing can be known better then: one event stands for the walk
  /// and for handing over.
  ///
  /// - Returns: whether it has begun.
  mutating func beginsAhead(_ index: UInt32) -> Bool {
    let hop = hop(of: index)
    if !plan.hops[hop].beginsAhead { return false }
    let begun = steps.strands[index].base + steps.strands[index].walk.elapsed
    openHop(index)
    steps.strands[index].hop.attempt = 1
    steps.strands[index].hop.stage = .handing
    steps.strands[index].hop.since = begun
    steps.strands[index].end = .meets
    steps.strands[index].timer = agenda.arm(Waiter(.strand, index), at: begun + handingTime(of: index, hop))
    return true
  }

  /// Lets a strand go on with its hop after a time.
  private mutating func sleep(_ index: UInt32, _ stage: HopWait.Stage, for time: Nanoseconds) {
    steps.strands[index].hop.stage = stage
    steps.strands[index].hop.since = agenda.now
    steps.strands[index].end = .meets
    steps.strands[index].timer = agenda.arm(Waiter(.strand, index), at: agenda.now + time)
  }

  private mutating func beginHandingOver(_ index: UInt32) -> Bool {
    let hop = hop(of: index)
    if !plan.hops[hop].hasLatency { return ask(index) }
    sleep(index, .handing, for: handingTime(of: index, hop))
    return false
  }

  /// How long an attempt takes to hand over what it has; its caller waits no longer than for its timeout, and what has not been handed
  /// over by then is not.
  private mutating func handingTime(of index: UInt32, _ hop: UInt32) -> Nanoseconds {
    var time = plan.samplers.nanoseconds(plan.hops[hop].latency, Draw(attemptKey(of: index) &+ Salt.handover))
    if plan.hops[hop].transfer > 0 {
      time = lengthenTransfer(time + transferTime(of: index, plan.hops[hop], key(of: index)), with: plan.hops[hop].target)
    }
    return min(time, plan.hops[hop].caller.timeout)
  }

  /// Hands what a strand has to the target.
  private mutating func ask(_ index: UInt32) -> Bool {
    let hop = hop(of: index)
    let target = plan.hops[hop].target
    if target.kind.onlyTakes { return handOver(index, plan.hops[hop]) }
    let waiter = Waiter(.reply, index)
    let handover = agenda.now - steps.strands[index].hop.since
    steps.strands[index].hop.stage = .asking
    steps.strands[index].hop.since = agenda.now
    let (timeout, lane) = (plan.hops[hop].caller.timeout, plan.hops[hop].caller.timeoutLane)
    let ticket: Ticket
    if timeout == .never {
      ticket = agenda.open(waiter)
    } else if lane >= 0 && handover == 0 {
      ticket = agenda.arm(waiter, lane: Int(lane))
    } else {
      ticket = agenda.arm(waiter, at: agenda.now + timeout - handover)
    }
    steps.strands[index].hop.reply = ticket
    steps.strands[index].hop.isAsking = true
    steps.strands[index].hop.hasAnswer = false
    let held = hand(index, hop, target, ticket)
    steps.strands[index].hop.isAsking = false
    steps.strands[index].hop.held = held
    if target.kind == .function && held != Invocation.none { passWasteOn(from: steps.strands[index].invocation, to: held) }
    if steps.strands[index].hop.hasAnswer { return settle(index, steps.strands[index].hop.loss) }
    return false
  }

  /// What an invocation calls for which nobody waits any more is waste from its beginning.
  private mutating func passWasteOn(from caller: UInt32, to callee: UInt32) {
    let aside = functions.invocations[caller].aside
    if aside != Invocation.none && functions.asides[aside].abandonedAt < .never { abandon(callee) }
  }

  /// Makes the item of a hop and submits it.
  private mutating func hand(_ index: UInt32, _ hop: UInt32, _ target: Target, _ ticket: Ticket) -> UInt32 {
    let key = attemptKey(of: index)
    if target.kind == .service {
      let instance = functions.invocations[steps.strands[index].invocation].instance
      return request(target.index, key, isMeasured: isMeasured(index), from: instance, for: ticket)
    }
    let item = makeItem(index, hop)
    items.records[item].isRetry = steps.strands[index].hop.attempt > 1
    return submit(item, key, to: target, for: ticket)
  }

  /// Hands items to a target that only takes them; those that it refuses are handed over again at the next attempt.
  private mutating func handOver(_ index: UInt32, _ hop: HopPlan) -> Bool {
    let place = self.hop(of: index)
    var refused: UInt32 = 0
    var loss: Loss?
    if hop.count != nil { queues.beginCalls() }
    for _ in 0..<steps.strands[index].hop.left {
      let item = makeItem(index, place)
      if hop.count != nil { number(item, index) }
      guard let reason = accept(item, by: hop.target, delay: hop.delay) else { continue }
      release(item)
      refused += 1
      loss = reason
    }
    queues.endCalls()
    steps.strands[index].hop.left = refused
    return settle(index, loss)
  }

  /// Gives one of several copies a number of its own.
  private mutating func number(_ item: UInt32, _ index: UInt32) {
    items.settle(item, plan)
    steps.strands[index].hop.copies += 1
    let ordinal = UInt64(steps.strands[index].hop.copies) &* Key.ordinalStep
    items.records[item].number = Key.mix(items.records[item].number &+ Salt.copy &+ key(of: index) &+ ordinal)
  }

  /// What a hop hands on: the item at hand, as far as the step does not say otherwise.
  private mutating func makeItem(_ index: UInt32, _ hop: UInt32) -> UInt32 {
    let invocation = functions.invocations[steps.strands[index].invocation]
    var item: Item
    if invocation.carriesItems {
      let batch = plan.routes[invocation.source].carriesBatches
      let current = steps.strands[index].walk.item
      let own = current != Item.none ? current : batch ? items.batches[invocation.payload].first : invocation.payload
      item = items.records[own]
      item.restart(at: agenda.now)
      item.trail = item.journey == Item.none ? Item.none : items.keepCopy(of: item.trail)
      item.isPoisoned = false
    } else {
      item = Item(
        number: invocation.item, source: invocation.source, payload: invocation.payload, at: agenda.now, isMeasured: invocation.isMeasured)
      item.born = invocation.arrived
    }
    // What it has waited for is asked only of what belongs to a journey.
    if item.journey != Item.none {
      if invocation.aside != Invocation.none { items.charge(&functions.asides[invocation.aside].waits, in: &item.trail) }
      if steps.strands[index].trail != Item.none {
        var own = items.ledger(steps.strands[index].trail)
        items.charge(&own, in: &item.trail)
      }
    }
    let part = steps.strands[index].part
    if plan.hops[hop].saysMore || part >= 0 || item.claimed >= 0 {
      let key = key(of: index) &+ UInt64(steps.strands[index].hop.copies) &* Key.ordinalStep
      sizeItem(&item, plan.hops[hop], key, part: part)
      if let keys = plan.hops[hop].key { item.key = plan.samplers.count(keys, Draw(key &+ Salt.itemKey)) }
      if plan.hops[hop].kind != Item.noKind { item.kind = plan.hops[hop].kind }
    }
    item.countHop()
    item.setLead(agenda.now - steps.strands[index].hop.since)
    return items.insert(item)
  }

  /// Submits an item to whatever receives.
  ///
  /// - Parameters:
  ///   - key: the number from which the attempt's draws derive.
  ///   - caller: who waits for the answer; it may come before this returns.
  /// - Returns: what the target calls the request, for one who gives it up later.
  mutating func submit(_ item: UInt32, _ key: UInt64, to target: Target, for caller: Ticket) -> UInt32 {
    let record = items.records[item]
    switch target.kind {
    case .function:
      var request = Request(source: target.flow, payload: item, key: key, item: record.number, isMeasured: record.isMeasured)
      request.carriesItems = true
      return submit(request, to: target.index, for: caller)
    case .service:
      release(item)
      return request(target.index, key, isMeasured: record.isMeasured, for: caller)
    case .door: return enter(target.index, item, key, for: caller)
    case .queue, .stream, .event, .broker, .fetch: return handIn(item, to: target, for: caller)
    }
  }

  /// Gives an item to what only takes it in, and answers with whether it did.
  private mutating func handIn(_ item: UInt32, to target: Target, for caller: Ticket) -> UInt32 {
    let loss = accept(item, by: target)
    if let loss {
      release(item)
      resume(caller, with: Outcome(kind: .refused, loss: loss))
    } else {
      resume(caller, with: Outcome(kind: .success))
    }
    return .max
  }

  /// Gives an item to whatever only takes items in.
  ///
  /// - Parameter delay: how long a queue is to hold it back, in nanoseconds; -1 where its own delay holds.
  /// - Returns: nil where it was taken and is the target's now; why not, where it stays the caller's.
  mutating func accept(_ item: UInt32, by target: Target, delay: Nanoseconds = -1) -> Loss? {
    switch target.kind {
    case .queue: return enqueue(item, in: target.index, delay: delay)
    case .stream: return acceptRecord(item, by: target.index)
    case .function, .service, .door: preconditionFailure("a target that answers")
    case .event: return acceptEvent(item, by: target, delay: delay)
    case .broker: return acceptForSubscribers(item, by: target.index)
    case .fetch: return fetch(item, from: target.index)
    }
  }

  // MARK: Answers

  /// Takes the answer to a strand's hop.
  mutating func takeReply(_ index: UInt32, _ outcome: Outcome) {
    let loss: Loss? = outcome.kind == .success ? nil : outcome.loss
    chargeAnswer(index, hasWaited: outcome.hasWaited)
    if steps.strands[index].hop.isAsking {
      steps.strands[index].hop.hasAnswer = true
      steps.strands[index].hop.loss = loss
    } else if settle(index, loss) {
      run(index, endsAtOnce: true)
    }
  }

  /// Gives a hop's attempt up at the caller's own timeout; what it asked for goes on.
  mutating func giveUpReply(_ index: UInt32) {
    charge(agenda.now - steps.strands[index].hop.since, to: .clientTimeout, of: index)
    giveUpHold(of: index)
    if settle(index, .clientTimeout) { run(index, endsAtOnce: true) }
  }

  /// Goes on behind a hop, tries it again or lets it fail.
  private mutating func settle(_ index: UInt32, _ loss: Loss?) -> Bool {
    rebase(index)
    let operation = plan.operations[steps.strands[index].walk.place]
    let hop = operation.detail
    steps.strands[index].hop.held = .max
    if plan.hops[hop].isWatched { noteAttempt(index, hop, loss) }
    guard let loss else {
      count(.succeeded, index, hop)
      steps.strands[index].hop.stage = .none
      steps.strands[index].walk.place += 1
      return true
    }
    if let pause = pauseAfter(loss, index, hop) {
      count(.retried, index, hop)
      steps.strands[index].hop.lastPause = pause
      sleep(index, .pausing, for: pause)
      return false
    }
    count(.failed, index, hop)
    steps.strands[index].hop.stage = .none
    var walk = steps.strands[index].walk
    steps.strands[index].isFailing = steps.handleFailure(operation.target, operation.depth, &walk) != nil
    steps.strands[index].walk = walk
    return true
  }

  // MARK: What is held

  /// Gives up what a strand waits for; it goes on as waste.
  mutating func giveUpHold(of index: UInt32) {
    let wait = steps.strands[index].hop
    guard wait.stage == .asking else { return }
    _ = agenda.close(wait.reply)
    steps.strands[index].hop.stage = .none
    if wait.held != .max { abandon(wait.held, of: plan.hops[hop(of: index)].target.kind) }
  }

  /// Notes for all that an abandoned invocation's strands wait for that it is waste too.
  mutating func abandonHolds(of index: UInt32) {
    let wait = steps.strands[index].hop
    if wait.stage == .asking && wait.held != .max {
      switch plan.hops[hop(of: index)].target.kind {
      case .function: abandon(wait.held)
      case .door: wasteDoor(wait.held)
      default: break
      }
    }
    var branch = steps.strands[index].firstBranch
    while branch != Strand.none {
      abandonHolds(of: branch)
      branch = steps.strands[branch].nextSibling
    }
  }

  /// Notes that nobody waits for an answer any more.
  mutating func abandon(_ held: UInt32, of kind: Target.Kind) {
    switch kind {
    case .function: abandon(held)
    case .service: abandonRequest(held)
    case .door: abandonDoor(held)
    case .queue, .stream, .event, .broker, .fetch: break
    }
  }

  // MARK: What was waited for

  mutating func charge(_ time: Nanoseconds, to cause: Cause, of index: UInt32) {
    if time == 0 { return }
    if steps.strands[index].parent != Strand.none { return items.charge(time, to: cause, in: &steps.strands[index].trail) }
    functions.asides[functions.invocations[steps.strands[index].invocation].aside].waits[cause] += time
  }

  /// Charges what was waited for, as far as it is known, to a strand's invocation, or for a branch to its own trail.
  mutating func chargeWaited(of index: UInt32) {
    if steps.strands[index].parent != Strand.none { return items.charge(&waited, in: &steps.strands[index].trail) }
    functions.asides[functions.invocations[steps.strands[index].invocation].aside].waits.add(&waited)
  }

  /// Charges the time until an answer: what the target waited for itself, and the rest to waiting for it.
  private mutating func chargeAnswer(_ index: UInt32, hasWaited: Bool) {
    let time = agenda.now - steps.strands[index].hop.since
    if time == 0 { return }
    let own = hasWaited ? waited.total : 0
    if hasWaited { chargeWaited(of: index) }
    charge(time - own, to: restCause(of: index), of: index)
  }

  private mutating func restCause(of index: UInt32) -> Cause {
    switch plan.hops[hop(of: index)].target.kind {
    case .function: .calling
    case .service: .service
    case .door: .calling
    case .queue, .stream, .event, .broker, .fetch: .handover
    }
  }

  /// Charges a wait that the invocation's own end cuts off.
  mutating func chargeWait(of index: UInt32) {
    let wait = steps.strands[index].hop
    let time = agenda.now - wait.since
    switch wait.stage {
    case .none: break
    case .handing: charge(time, to: .handover, of: index)
    case .pacing, .pausing: charge(time, to: .backingOff, of: index)
    case .asking: charge(time, to: restCause(of: index), of: index)
    }
  }
}
