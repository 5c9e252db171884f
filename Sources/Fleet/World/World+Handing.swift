import Simulation
import Variates

/// What hops hand on, and how every holder takes items in.
extension World {
  /// Makes the item of a hop and submits it.
  mutating func handItem(_ index: UInt32, _ hop: UInt32, _ target: Target, _ ticket: Ticket) -> UInt32 {
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
  mutating func handOverItems(_ index: UInt32, _ hop: HopPlan) -> Bool {
    let place = hopPlace(of: index)
    var refused: UInt32 = 0
    var loss: Loss?
    if hop.count != nil { queues.beginCalls() }
    for _ in 0..<steps.strands[index].hop.left {
      let item = makeItem(index, place)
      if hop.count != nil { number(item, index) }
      if hop.continues == .saves { noteSaved(item, index) }
      guard let reason = accept(item, by: hop.target, delay: hop.delay) else { continue }
      release(item)
      refused += 1
      loss = reason
    }
    queues.endCalls()
    steps.strands[index].hop.left = refused
    return settleHop(index, loss)
  }

  /// Gives one of several copies a number of its own.
  private mutating func number(_ item: UInt32, _ index: UInt32) {
    items.settle(item, plan)
    steps.strands[index].hop.copies += 1
    let ordinal = UInt64(steps.strands[index].hop.copies) &* Key.ordinalStep
    items.records[item].number = Key.mix(items.records[item].number &+ Salt.copy &+ hopKey(of: index) &+ ordinal)
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
      let key = hopKey(of: index) &+ UInt64(steps.strands[index].hop.copies) &* Key.ordinalStep
      sizeItem(&item, plan.hops[hop], key, part: part)
      if let keys = plan.hops[hop].key { item.key = plan.samplers.count(keys, Draw(key &+ Salt.itemKey)) }
      if plan.hops[hop].kind != Item.noKind { item.kind = plan.hops[hop].kind }
    }
    item.rest = plan.hops[hop].continues == .handsOn ? Continuation(of: steps.strands[index].walk) : .none
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
    case .queue, .stream, .event, .task, .broker, .fetch, .workflow: return handIn(item, to: target, for: caller)
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
    case .task: return launchTask(item, by: target)
    case .broker: return acceptForSubscribers(item, by: target.index)
    case .fetch: return fetch(item, from: target.index)
    case .workflow: return acceptExecution(item, by: target.index)
    }
  }
}
