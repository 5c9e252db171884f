import Simulation
import Variates

/// What becomes of a hop's attempt: its answer, what is given up with it, and what was waited for.
extension World {
  /// Takes the answer to a strand's hop.
  mutating func takeReply(_ index: UInt32, _ outcome: Outcome) {
    let loss: Loss? = outcome.kind == .success ? nil : outcome.loss
    chargeAnswer(index, hasWaited: outcome.hasWaited)
    if steps.strands[index].hop.isAsking {
      steps.strands[index].hop.hasAnswer = true
      steps.strands[index].hop.loss = loss
    } else if settleHop(index, loss) {
      run(index, endsAtOnce: true)
    }
  }

  /// Gives a hop's attempt up at the caller's own timeout; what it asked for goes on.
  mutating func giveUpReply(_ index: UInt32) {
    charge(agenda.now - steps.strands[index].hop.since, to: .clientTimeout, of: index)
    giveUpHold(of: index)
    if settleHop(index, .clientTimeout) { run(index, endsAtOnce: true) }
  }

  /// Goes on behind a hop, tries it again or lets it fail.
  mutating func settleHop(_ index: UInt32, _ loss: Loss?) -> Bool {
    rebase(index)
    let operation = plan.operations[steps.strands[index].walk.place]
    let hop = operation.detail
    steps.strands[index].hop.held = .max
    if plan.hops[hop].isWatched { noteAttempt(index, hop, loss) }
    guard let loss else {
      count(.succeeded, index, hop)
      if plan.hops[hop].continues == .handsOn { noteHandedOn(index) }
      steps.strands[index].hop.stage = .none
      steps.strands[index].walk.place += 1
      return true
    }
    if let pause = pauseAfter(loss, index, hop) {
      count(.retried, index, hop)
      steps.strands[index].hop.lastPause = pause
      pauseHop(index, .pausing, for: pause)
      return false
    }
    count(.failed, index, hop)
    steps.strands[index].hop.stage = .none
    var walk = steps.strands[index].walk
    walk.error = 0
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
    if wait.held != .max { abandon(wait.held, of: plan.hops[hopPlace(of: index)].target.kind) }
  }

  /// Notes for all that an abandoned invocation's strands wait for that it is waste too.
  mutating func abandonHolds(of index: UInt32) {
    let wait = steps.strands[index].hop
    if wait.stage == .asking && wait.held != .max {
      switch plan.hops[hopPlace(of: index)].target.kind {
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
    case .queue, .stream, .event, .task, .broker, .fetch, .workflow: break
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
    switch plan.hops[hopPlace(of: index)].target.kind {
    case .function: .calling
    case .service: .service
    case .door: .calling
    case .queue, .stream, .event, .task, .broker, .fetch, .workflow: .handover
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
