import Simulation
import Variates

extension World {
  /// Meets what goes wrong with a function on purpose: an outage and a throttle refuse the request, poison goes with its items.
  ///
  /// - Returns: why the request is refused; nil where it is not.
  @inline(never)
  mutating func meetFaults(_ request: Request, _ function: UInt32) -> Refusal? {
    let range = plan.functions[function].faults
    let now = agenda.now
    if faults.isOut(range, plan, at: now) { return .outage }
    if faults.throttles(range, plan, at: now) { return .injectedThrottle }
    if request.carriesItems { poison(request, range) }
    return nil
  }

  /// Meets what goes wrong on purpose with something that takes items in.
  ///
  /// - Returns: why the item is refused; nil where it is not.
  @inline(__always)
  mutating func meetFaults(_ range: FaultRange) -> Loss? {
    if range.isEmpty { return nil }
    if faults.isOut(range, plan, at: agenda.now) { return .unavailable }
    return faults.throttles(range, plan, at: agenda.now) ? .throttle : nil
  }

  /// Poisons an item that has been taken in, where there is poison left.
  @inline(__always)
  mutating func poison(_ item: UInt32, _ range: FaultRange) {
    if !range.isEmpty && faults.poisons(range, plan, at: agenda.now) { items.records[item].isPoisoned = true }
  }

  /// A time of an element's own, as long as faults make it.
  @inline(__always)
  mutating func lengthen(_ time: Nanoseconds, _ range: FaultRange) -> Nanoseconds {
    if range.isEmpty { return time }
    return Nanoseconds(min(Double(time) * faults.factor(range, plan, at: agenda.now), Double(SamplerBank.longest)))
  }

  /// When the outage is over during which nobody receives from something; nil where there is none.
  @inline(__always)
  mutating func outageEnd(_ range: FaultRange) -> Nanoseconds? {
    range.isEmpty ? nil : faults.outageEnd(range, plan, at: agenda.now)
  }

  private mutating func poison(_ request: Request, _ range: FaultRange) {
    let now = agenda.now
    if !plan.routes[request.source].carriesBatches {
      if faults.poisons(request.item, range, plan, at: now) { items.records[request.payload].isPoisoned = true }
      return
    }
    var item = items.batches[request.payload].first
    while item != Item.none {
      if !items.records[item].isPoisoned && faults.poisons(range, plan, at: now) { items.records[item].isPoisoned = true }
      item = items.records[item].next
    }
  }

  /// Deploys a function anew: idle instances end, busy and starting ones when they have done with what they have; provisioned ones are
  /// given up in the same way and allocated again.
  ///
  /// - Complexity: O(instances).
  mutating func deploy(_ index: UInt32) {
    let function = plan.deploys[index].function
    let now = agenda.now
    functions.retireExpired(at: now)
    for instance in 0..<UInt32(functions.instances.count) where functions.instances[instance].function == function {
      if functions.instances[instance].isRetired || functions.instances[instance].isProvisioned { continue }
      functions.instances[instance].endOfLife = min(functions.instances[instance].endOfLife, now)
      if functions.instances[instance].active == 0 && functions.instances[instance].isPooled { functions.retire(instance, at: now) }
    }
    releaseEnded()
    reallocate(function)
  }
}
