import Simulation
import Variates

extension World {
  /// What the steps of an invocation may ask about.
  ///
  /// - Parameter item: the item of its batch that is worked on; none outside the steps for each item.
  @inline(__always)
  mutating func subject(of invocation: borrowing Invocation, item: UInt32) -> StepSubject {
    if !invocation.carriesItems { return StepSubject(of: invocation) }
    let isOfBatch = plan.routes[invocation.source].carriesBatches
    if item != Item.none { return StepSubject(items.records[item], instance: invocation.instance, isOfBatch: isOfBatch) }
    let first = isOfBatch ? items.batches[invocation.payload].first : invocation.payload
    var subject = StepSubject(items.records[first], instance: invocation.instance, isOfBatch: isOfBatch)
    subject.key = invocation.key
    return subject
  }

  /// Carries out the program of an invocation that carries items and meets nothing else.
  @inline(never)
  mutating func advanceItems(_ walk: inout Walk, _ invocation: Invocation) -> WalkEnd {
    let rules = plan.rules[invocation.function]
    while true {
      let subject = subject(of: invocation, item: walk.item)
      let end = steps.advance(
        &walk, subject, plan, base: invocation.started, limit: rules.timeout, computeLimit: rules.cpuLimit)
      switch end {
      case .meets: if !stepItems(&walk, invocation) { return .failed }
      case .failed where recoverItem(&walk, invocation): continue
      case .finished where isPoisoned(invocation): return .failed
      default: return end
      }
    }
  }

  /// Whether the single item of an invocation fails at every attempt, or one of a batch that has no steps for each item.
  mutating func isPoisoned(_ invocation: Invocation) -> Bool {
    if !faults.hasPoison || !invocation.carriesItems { return false }
    if !plan.routes[invocation.source].carriesBatches { return items.records[invocation.payload].isPoisoned }
    if plan.functions[invocation.function].itemsEnd != 0 { return false }
    var item = items.batches[invocation.payload].first
    while item != Item.none {
      if items.records[item].isPoisoned { return true }
      item = items.records[item].next
    }
    return false
  }

  /// Goes on to the first item of a batch, to the next, or behind the steps for each item.
  ///
  /// - Returns: whether the invocation goes on; false where an item has failed that fails at every attempt.
  mutating func stepItems(_ walk: inout Walk, _ invocation: Invocation) -> Bool {
    let operation = plan.operations[walk.place]
    if operation.kind == .itemsBegin {
      let batch = items.batches[invocation.payload]
      // What has no items, as the end of a tumbling window, has no steps for them.
      if batch.count == 0 {
        walk.place = operation.target
        return true
      }
      walk.item = batch.first
      walk.place &+= 1
      return true
    }
    if items.records[walk.item].isPoisoned { return recoverItem(&walk, invocation) }
    goToNextItem(&walk, operation)
    return true
  }

  /// Goes from the end of the steps for one item to the next item, or behind them.
  private mutating func goToNextItem(_ walk: inout Walk, _ end: Operation) {
    walk.item = items.records[walk.item].next
    walk.place = walk.item == Item.none ? walk.place &+ 1 : end.target
  }

  /// Marks the item that is worked on as failed, and goes on where its function reports the items that failed.
  ///
  /// - Returns: whether the invocation goes on; false where its failure is the invocation's.
  mutating func recoverItem(_ walk: inout Walk, _ invocation: Invocation) -> Bool {
    if walk.item == Item.none { return false }
    let batch = items.batches[invocation.payload]
    fail(walk.item, in: invocation.payload)
    if !batch.reportsFailures { return false }
    while walk.depth > 0 { walk.closeLoop() }
    walk.place = plan.functions[invocation.function].itemsEnd
    if batch.isOrdered {
      while items.records[walk.item].next != Item.none {
        walk.item = items.records[walk.item].next
        fail(walk.item, in: invocation.payload)
      }
    }
    goToNextItem(&walk, plan.operations[walk.place])
    return true
  }

  /// Marks the item of a branch as failed.
  ///
  /// - Returns: whether the other items go on; false where its failure is the invocation's.
  mutating func failBranch(_ item: UInt32, _ invocation: Invocation) -> Bool {
    var walk = Walk(at: 0)
    walk.item = item
    return recoverItem(&walk, invocation)
  }

  private mutating func fail(_ item: UInt32, in batch: UInt32) {
    if items.records[item].hasFailed { return }
    items.records[item].hasFailed = true
    items.batches[batch].failures += 1
  }

  /// Lets go of the item that an invocation carries, when it has ended; batches are their trigger's.
  mutating func releaseItem(of invocation: Invocation) {
    if !plan.routes[invocation.source].carriesBatches { release(invocation.payload) }
  }

  mutating func releaseItem(of request: Request) {
    if !plan.routes[request.source].carriesBatches { release(request.payload) }
  }

  /// Ends an item for which its caller answers.
  mutating func release(_ index: UInt32) {
    let journey = items.records[index].journey
    items.free(index)
    if journey == Item.none { return }
    items.journeys[journey].open -= 1
    if items.journeys[journey].open == 0 { finishJourney(journey) }
  }
}
