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
    aside(of: invocation) { $0.strand = strand }
    run(strand)
  }

  /// Carries a strand out up to its next event: its end, or the ends of the branches that it forks into.
  private mutating func run(_ index: UInt32) {
    var strand = steps.strands[index]
    let function = functions.invocations[strand.invocation].function
    let limit = functions.invocations[strand.invocation].started + plan.functions[function].timeout - strand.base
    strand.end = steps.advance(
      &strand.walk, StepSubject(of: functions.invocations[strand.invocation]), plan, base: strand.base, limit: limit,
      computeLimit: plan.functions[function].cpuLimit)
    // What an invocation brings with it may be beyond its deadline before the first step is.
    if strand.walk.elapsed > limit { strand.end = .cut }
    if strand.end == .forked {
      steps.strands[index] = strand
      fork(index)
      return
    }
    strand.timer = agenda.arm(Waiter(.strand, index), at: strand.base + min(strand.walk.elapsed, limit))
    steps.strands[index] = strand
  }

  /// Begins the branches of the fork at which a strand stands, as many as may run at a time.
  private mutating func fork(_ index: UInt32) {
    let strand = steps.strands[index]
    let operation = plan.operations[strand.walk.place]
    let draw = Draw(functions.invocations[strand.invocation].key &+ operation.salt &+ strand.walk.visit)
    let times = plan.samplers.count(operation.sampler, draw)
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
    steps.strands[branch].walk = walk
    run(branch)
  }

  /// Ends a strand's walk: the invocation's own, or a branch's, after which the next one begins or the fork is joined.
  mutating func endStrand(_ index: UInt32) {
    let strand = steps.strands[index]
    if strand.parent == Strand.none || strand.end == .cut {
      finish(strand.invocation, strand)
      return
    }
    let parent = strand.parent
    steps.strands[parent].walk.computed += strand.walk.computed
    if strand.end == .failed { steps.strands[parent].hasFailedBranch = true }
    if steps.strands[parent].remaining > 0 && !steps.strands[parent].hasFailedBranch {
      steps.strands[parent].remaining -= 1
      steps.strands[index].base = agenda.now
      runBranch(index, of: parent)
      return
    }
    steps.strands[parent].running -= 1
    if steps.strands[parent].running == 0 { join(parent) }
  }

  /// Goes on behind a fork whose branches have all ended; where one has failed, the fork has.
  private mutating func join(_ index: UInt32) {
    freeBranches(of: index)
    var strand = steps.strands[index]
    let operation = plan.operations[strand.walk.place]
    strand.base = agenda.now
    strand.walk.elapsed = 0
    strand.walk.place = operation.target
    var end: WalkEnd?
    if strand.hasFailedBranch { end = steps.handleFailure(UInt32(operation.bytes), operation.depth, &strand.walk) }
    strand.end = end ?? .finished
    steps.strands[index] = strand
    if end == nil { run(index) } else { endStrand(index) }
  }

  private mutating func finish(_ invocation: UInt32, _ last: Strand) {
    let aside = functions.invocations[invocation].aside
    let root = functions.asides[aside].strand
    functions.asides[aside].computed = steps.strands[root].walk.computed
    freeBranches(of: root)
    _ = agenda.close(steps.strands[root].timer)
    steps.strands.remove(root)
    functions.invocations[invocation].end = last.end == .cut ? .timeout : last.end == .failed ? .error : .success
    endInvocation(invocation)
  }

  /// Ends all branches below a strand.
  private mutating func freeBranches(of index: UInt32) {
    var branch = steps.strands[index].firstBranch
    steps.strands[index].firstBranch = Strand.none
    while branch != Strand.none {
      let next = steps.strands[branch].nextSibling
      freeBranches(of: branch)
      _ = agenda.close(steps.strands[branch].timer)
      steps.strands.remove(branch)
      branch = next
    }
  }
}
