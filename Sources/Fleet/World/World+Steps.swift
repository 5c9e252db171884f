import Simulation
import Variates

extension World {
  /// Begins an invocation's program as a strand.
  ///
  /// - Parameters:
  ///   - walk: where to begin; time that has elapsed inside the invocation already counts.
  ///   - base: when the handler began.
  mutating func beginStrand(_ invocation: UInt32, _ walk: Walk, base: Nanoseconds) {
    let strand = steps.strands.insert(Strand(invocation: invocation, walk: walk, base: base))
    let function = functions.invocations[invocation].function
    var deadline = Ticket.none
    if plan.functions[function].waits {
      let end = functions.invocations[invocation].started + plan.functions[function].timeout
      let waiter = Waiter(.deadline, invocation)
      let lane = Int(plan.functions[function].timeoutLane)
      let isOnTime = functions.invocations[invocation].started == agenda.now
      deadline = lane >= 0 && isOnTime ? agenda.arm(waiter, lane: lane) : agenda.arm(waiter, at: end)
    }
    aside(of: invocation) {
      $0.strand = strand
      $0.deadline = deadline
    }
    if plan.functions[function].continues { noteLanding(of: invocation) }
    run(strand)
  }

  /// Carries a strand out up to its next event: its end, the ends of the branches that it forks into, or what it waits for.
  ///
  /// - Parameter endsAtOnce: whether an end that has come already is carried out at once, instead of by an event: where an answer or an
  ///   event led here, and not too many such ends stand inside one another.
  mutating func run(_ index: UInt32, endsAtOnce: Bool = false) {
    while true {
      let invocation = functions.invocations[steps.strands[index].invocation]
      let limit = invocation.started + plan.functions[invocation.function].timeout - steps.strands[index].base
      let end = advance(index, invocation, limit: limit)
      if end == .forked { return fork(index) }
      if end == .meets {
        if plan.operations[steps.strands[index].walk.place].kind != .hop {
          if beginsBranches(index) { return fork(index) }
          if isBranchOfItems(index) { return endBranchOfItems(index, limit: limit) }
          var walk = steps.strands[index].walk
          steps.strands[index].isFailing = !stepItems(&walk, invocation)
          steps.strands[index].walk = walk
          continue
        }
        if steps.strands[index].base + steps.strands[index].walk.elapsed == agenda.now {
          rebase(index)
          if beginHop(index) { continue }
          return
        }
        if beginsAhead(index) { return }
      }
      if end == .failed, recoverItem(of: index) { continue }
      if end == .finished, isPoisoned(invocation), steps.strands[index].parent == Strand.none { steps.strands[index].end = .failed }
      let hasCome = min(steps.strands[index].walk.elapsed, limit) + steps.strands[index].base == agenda.now
      if endsAtOnce && hasCome && steps.strands[index].parent == Strand.none && steps.depth < StepEngine.mostDepth {
        steps.depth += 1
        endStrand(index)
        steps.depth -= 1
        return
      }
      return armEnd(of: index, limit: limit)
    }
  }

  private mutating func armEnd(of index: UInt32, limit: Nanoseconds) {
    let elapsed = min(steps.strands[index].walk.elapsed, limit)
    steps.strands[index].timer = agenda.arm(Waiter(.strand, index), at: steps.strands[index].base + elapsed)
  }

  /// Whether a strand carries out the steps for one item beside those for others.
  private mutating func isBranchOfItems(_ index: UInt32) -> Bool {
    let parent = steps.strands[index].parent
    return parent != Strand.none && plan.operations[steps.strands[parent].walk.place].kind == .itemsBegin
  }

  private mutating func endBranchOfItems(_ index: UInt32, limit: Nanoseconds) {
    let item = steps.strands[index].walk.item
    let isPoisoned = items.records[item].isPoisoned
    let goesOn = !isPoisoned || failBranch(item, functions.invocations[steps.strands[index].invocation])
    steps.strands[index].end = goesOn ? .finished : .failed
    armEnd(of: index, limit: limit)
  }

  /// Carries out what meets nothing.
  private mutating func advance(_ index: UInt32, _ invocation: Invocation, limit: Nanoseconds) -> WalkEnd {
    if steps.strands[index].isFailing {
      steps.strands[index].end = .failed
      return .failed
    }
    var walk = steps.strands[index].walk
    let subject = subject(of: invocation, item: walk.item)
    var end = steps.advance(
      &walk, subject, plan, base: steps.strands[index].base, limit: limit,
      computeLimit: plan.functions[invocation.function].cpuLimit)
    // What an invocation brings with it may be beyond its deadline before the first step is.
    if walk.elapsed > limit { end = .cut }
    steps.strands[index].walk = walk
    steps.strands[index].end = end
    return end
  }

  /// Lets a strand's elapsed time begin anew at the present time.
  mutating func rebase(_ index: UInt32) {
    steps.strands[index].base = agenda.now
    steps.strands[index].walk.elapsed = 0
  }

  /// Whether a strand stands at a fork over the items of a batch.
  private mutating func beginsBranches(_ index: UInt32) -> Bool {
    let place = steps.strands[index].walk.place
    return plan.operations[place].kind == .itemsBegin && plan.operations[place].detail > 0
  }

  /// Begins the branches of the fork at which a strand stands, as many as may run at a time.
  private mutating func fork(_ index: UInt32) {
    let strand = steps.strands[index]
    let operation = plan.operations[strand.walk.place]
    let invocation = functions.invocations[strand.invocation]
    let times: UInt32
    if operation.kind == .itemsBegin {
      times = items.batches[invocation.payload].count
      steps.strands[index].nextItem = items.batches[invocation.payload].first
    } else if operation.kind == .split {
      times = parts(of: splitSize(of: index), operation)
    } else {
      let subject = subject(of: invocation, item: strand.walk.item)
      times = plan.samplers.count(operation.sampler, Draw(subject.key &+ operation.salt &+ strand.walk.visit))
    }
    if times == 0 {
      steps.strands[index].walk.place = operation.target
      run(index)
      return
    }
    let atOnce = min(times, operation.detail)
    steps.strands[index].running = atOnce
    steps.strands[index].remaining = times - atOnce
    steps.strands[index].nextBranch = 0
    steps.strands[index].hasFailedBranch = false
    for _ in 0..<atOnce {
      let branch = steps.strands.insert(
        Strand(invocation: strand.invocation, walk: strand.walk, base: strand.base + strand.walk.elapsed, parent: index))
      steps.strands[branch].nextSibling = steps.strands[index].firstBranch
      steps.strands[index].firstBranch = branch
      runBranch(branch, of: index)
    }
  }

  /// Begins the next branch of a fork in a strand of its own.
  private mutating func runBranch(_ branch: UInt32, of parent: UInt32) {
    let number = steps.strands[parent].nextBranch
    steps.strands[parent].nextBranch += 1
    var walk = steps.strands[parent].walk
    walk.place += 1
    walk.elapsed = 0
    walk.computed = 0
    // Mixed, so that the loops and forks inside come to visits of their own in each branch.
    walk.visit = Key.mix(walk.visit &+ (UInt64(number) + 1) &* Walk.step(atDepth: walk.depth + 1))
    if plan.operations[walk.place &- 1].kind == .itemsBegin {
      // Each item has draws of its own already.
      walk.visit = 0
      walk.item = steps.strands[parent].nextItem
      steps.strands[parent].nextItem = items.records[walk.item].next
    }
    let operation = plan.operations[steps.strands[parent].walk.place]
    if operation.kind == .split { steps.strands[branch].part = part(number, of: splitSize(of: parent), operation) }
    steps.strands[branch].begun = steps.strands[branch].base
    steps.strands[branch].walk = walk
    run(branch)
  }

  /// Goes on with a strand whose event has come.
  mutating func wake(_ index: UInt32) {
    if steps.strands[index].end != .meets { return endStrand(index) }
    if goOn(index) { run(index, endsAtOnce: true) }
  }

  /// Ends a strand's walk: the invocation's own, or a branch's, after which the next one begins or the fork is joined.
  private mutating func endStrand(_ index: UInt32) {
    let (parent, end) = (steps.strands[index].parent, steps.strands[index].end)
    if parent == Strand.none || end == .cut { return finish(steps.strands[index].invocation, end) }
    steps.strands[parent].walk.computed += steps.strands[index].walk.computed
    if end == .failed {
      steps.strands[parent].hasFailedBranch = true
      steps.strands[parent].walk.error = steps.strands[index].walk.error
    }
    if steps.strands[parent].remaining > 0 && !steps.strands[parent].hasFailedBranch {
      steps.strands[parent].remaining -= 1
      steps.strands[index].base = agenda.now
      steps.strands[index].isFailing = false
      forgetTrail(of: index)
      runBranch(index, of: parent)
      return
    }
    steps.strands[parent].running -= 1
    if steps.strands[parent].running == 0 { join(parent, last: index) } else { forgetTrail(of: index) }
  }

  /// Goes on behind a fork whose branches have all ended; where one has failed, the fork has.
  ///
  /// It has waited for what the last of them waited for, and until that one began.
  private mutating func join(_ index: UInt32, last: UInt32) {
    let forkedAt = steps.strands[index].base + steps.strands[index].walk.elapsed
    charge(steps.strands[last].begun - forkedAt, to: .fanOut, of: index)
    if steps.strands[last].trail != Item.none {
      waited = items.take(steps.strands[last].trail)
      chargeWaited(of: index)
      steps.strands[last].trail = Item.none
    }
    freeBranches(of: index)
    var strand = steps.strands[index]
    let operation = plan.operations[strand.walk.place]
    strand.base = agenda.now
    strand.walk.elapsed = 0
    strand.walk.place = operation.target
    let target = operation.kind == .itemsBegin ? Operation.nowhere : UInt32(truncatingIfNeeded: operation.bytes)
    let hasFailed = strand.hasFailedBranch && steps.handleFailure(target, operation.depth, &strand.walk) != nil
    steps.strands[index] = strand
    if !hasFailed || recoverItem(of: index) { return run(index) }
    steps.strands[index].end = .failed
    endStrand(index)
  }

  /// Goes on with the next item of a batch where the failure of one is not the invocation's.
  private mutating func recoverItem(of index: UInt32) -> Bool {
    if isBranchOfItems(index) {
      let goesOn = failBranch(steps.strands[index].walk.item, functions.invocations[steps.strands[index].invocation])
      if goesOn { steps.strands[index].end = .finished }
      return false
    }
    var walk = steps.strands[index].walk
    guard recoverItem(&walk, functions.invocations[steps.strands[index].invocation]) else { return false }
    steps.strands[index].walk = walk
    steps.strands[index].isFailing = false
    return true
  }

  private mutating func forgetTrail(of index: UInt32) {
    if steps.strands[index].trail != Item.none { _ = items.take(steps.strands[index].trail) }
    steps.strands[index].trail = Item.none
  }

  private mutating func finish(_ invocation: UInt32, _ end: WalkEnd) {
    let aside = functions.invocations[invocation].aside
    let root = functions.asides[aside].strand
    functions.asides[aside].computed = steps.strands[root].walk.computed
    functions.invocations[invocation].error = steps.strands[root].walk.error
    if end != .finished && plan.functions[functions.invocations[invocation].function].continues { noteLostPasses(of: root) }
    _ = agenda.close(functions.asides[aside].deadline)
    freeBranches(of: root)
    free(root)
    functions.asides[aside].strand = Strand.none
    functions.invocations[invocation].end = end == .cut ? .timeout : end == .failed ? .error : .success
    endInvocation(invocation)
  }

  /// Ends an invocation whose program waits at its timeout.
  mutating func reachDeadline(_ invocation: UInt32) {
    let root = functions.asides[functions.invocations[invocation].aside].strand
    chargeWait(of: root)
    finish(invocation, .cut)
  }

  /// Ends a strand, and gives up what it waits for.
  private mutating func free(_ index: UInt32) {
    _ = agenda.close(steps.strands[index].timer)
    takeBackProbe(of: index)
    giveUpHold(of: index)
    steps.strands.remove(index)
  }

  /// Ends all branches below a strand.
  private mutating func freeBranches(of index: UInt32) {
    var branch = steps.strands[index].firstBranch
    steps.strands[index].firstBranch = Strand.none
    while branch != Strand.none {
      let next = steps.strands[branch].nextSibling
      freeBranches(of: branch)
      forgetTrail(of: branch)
      free(branch)
      branch = next
    }
  }
}
