import Simulation
import Variates

/// Steps that hand something to another part of the fleet: a strand makes attempts, waits for answers and pauses between.
extension World {
  /// Begins the hop at which a strand stands.
  ///
  /// - Returns: whether the strand can go on at once.
  mutating func beginHop(_ index: UInt32) -> Bool {
    openHop(index)
    if let count = plan.hops[hopPlace(of: index)].count {
      let copies = plan.samplers.count(count, Draw(hopKey(of: index) &+ Salt.copy))
      if copies == 0 { return settleHop(index, nil) }
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
      let isInTime = time < plan.hops[hopPlace(of: index)].caller.timeout
      charge(time, to: isInTime ? .handover : .clientTimeout, of: index)
      return isInTime ? ask(index) : settleHop(index, .clientTimeout)
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

  mutating func hopPlace(of index: UInt32) -> UInt32 { plan.operations[steps.strands[index].walk.place].detail }

  /// The number from which a hop's own draws derive, the same at every attempt.
  mutating func hopKey(of index: UInt32) -> UInt64 { steps.strands[index].hop.key }

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
    Key.mix(hopKey(of: index) &+ plan.hops[hopPlace(of: index)].salt &+ UInt64(steps.strands[index].hop.attempt) &* Key.attemptStep)
  }

  private mutating func attemptHop(_ index: UInt32) -> Bool {
    let hop = hopPlace(of: index)
    steps.strands[index].hop.attempt += 1
    steps.strands[index].hop.since = agenda.now
    if plan.hops[hop].isWatched {
      guard let pause = admitAttempt(index, hop) else {
        if isMeasured(index) { callers.books[hop].rejected += 1 }
        return settleHop(index, .circuitOpen)
      }
      if pause > 0 {
        if isMeasured(index) { callers.books[hop].paced += pause }
        pauseHop(index, .pacing, for: pause)
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
    let hop = hopPlace(of: index)
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
  mutating func pauseHop(_ index: UInt32, _ stage: HopWait.Stage, for time: Nanoseconds) {
    steps.strands[index].hop.stage = stage
    steps.strands[index].hop.since = agenda.now
    steps.strands[index].end = .meets
    steps.strands[index].timer = agenda.arm(Waiter(.strand, index), at: agenda.now + time)
  }

  private mutating func beginHandingOver(_ index: UInt32) -> Bool {
    let hop = hopPlace(of: index)
    if !plan.hops[hop].hasLatency { return ask(index) }
    pauseHop(index, .handing, for: handingTime(of: index, hop))
    return false
  }

  /// How long an attempt takes to hand over what it has; its caller waits no longer than for its timeout, and what has not been handed
  /// over by then is not.
  private mutating func handingTime(of index: UInt32, _ hop: UInt32) -> Nanoseconds {
    var time = plan.samplers.nanoseconds(plan.hops[hop].latency, Draw(attemptKey(of: index) &+ Salt.handover))
    if plan.hops[hop].transfer > 0 {
      time = lengthenTransfer(time + transferTime(of: index, plan.hops[hop], hopKey(of: index)), with: plan.hops[hop].target)
    }
    return min(time, plan.hops[hop].caller.timeout)
  }

  /// Hands what a strand has to the target.
  private mutating func ask(_ index: UInt32) -> Bool {
    let hop = hopPlace(of: index)
    let target = plan.hops[hop].target
    if target.kind.onlyTakes { return handOverItems(index, plan.hops[hop]) }
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
    let held = handItem(index, hop, target, ticket)
    steps.strands[index].hop.isAsking = false
    steps.strands[index].hop.held = held
    if target.kind == .function && held != Invocation.none { passWasteOn(from: steps.strands[index].invocation, to: held) }
    if steps.strands[index].hop.hasAnswer { return settleHop(index, steps.strands[index].hop.loss) }
    return false
  }

  /// What an invocation calls for which nobody waits any more is waste from its beginning.
  private mutating func passWasteOn(from caller: UInt32, to callee: UInt32) {
    let aside = functions.invocations[caller].aside
    if aside != Invocation.none && functions.asides[aside].abandonedAt < .never { abandon(callee) }
  }
}
