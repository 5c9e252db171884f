import Simulation
import Statistics
import Variates

extension World {
  /// Puts the first provisioned instances in place and schedules later changes.
  mutating func provisionInitially() {
    for entry in provisioning.entries.indices {
      let plan = provisioning.entries[entry].plan
      provisioning.entries[entry].target = plan.initial
      allot(plan.initial, entry)
      createProvisioned(entry)
      if plan.tracking != nil { _ = agenda.arm(Waiter(.provisioningLook, UInt32(entry)), at: ProvisioningState.lookEvery) }
    }
    for (index, change) in provisioning.changes.enumerated() {
      _ = agenda.arm(Waiter(.provisioningChange, UInt32(index)), at: change.at)
    }
  }

  mutating func changeProvisioning(_ index: UInt32) {
    let change = provisioning.changes[Int(index)]
    provision(change.count, change.entry)
  }

  /// Asks for another number: fewer at once, more after the allocation of all of them.
  ///
  /// - Source: AWS Lambda Developer Guide, Configuring provisioned concurrency: allocation begins after a minute or two, at most 6,000 a
  ///   minute, and none is usable before all are allocated.
  private mutating func provision(_ count: Int64, _ entry: Int) {
    let plan = provisioning.entries[entry].plan
    _ = agenda.close(provisioning.entries[entry].allocation)
    provisioning.entries[entry].target = count
    allot(count, entry)
    let more = count - functions.provisionedKept(plan.function)
    if more <= 0 {
      functions.trim(plan.function, to: count, at: agenda.now)
      releaseEnded()
      startForQueued(plan.function)
      return
    }
    provisioning.entries[entry].allocations += 1
    let key = self.plan.functions[plan.function].key &+ Salt.provisioning
    let draw = Draw(key &+ provisioning.entries[entry].allocations &* Key.visitStep)
    let delay = self.plan.samplers.nanoseconds(plan.delay, draw) + more * (60 * .second) / plan.perMinute
    provisioning.entries[entry].allocation = agenda.arm(Waiter(.provisioningReady, UInt32(entry)), at: agenda.now + delay)
  }

  /// Allocates a function's provisioned instances anew, and gives the present ones up.
  mutating func reallocate(_ function: UInt32) {
    guard let entry = provisioning.entries.firstIndex(where: { $0.plan.function == function }) else { return }
    functions.trim(function, to: 0, at: agenda.now)
    releaseEnded()
    provision(provisioning.entries[entry].target, entry)
  }

  private mutating func allot(_ count: Int64, _ entry: Int) {
    let plan = provisioning.entries[entry].plan
    let isReserved = self.plan.functions[plan.function].reserved >= 0
    functions.allot(count, to: plan.function, isReserved: isReserved, perUnit: plan.requestsPerUnit, at: agenda.now)
  }

  mutating func completeProvisioning(_ entry: UInt32) { createProvisioned(Int(entry)) }

  private mutating func createProvisioned(_ entry: Int) {
    let function = provisioning.entries[entry].plan.function
    functions.retireExpired(at: agenda.now)
    for _ in 0..<max(0, provisioning.entries[entry].target - functions.provisionedKept(function)) {
      let instance = createInstance(of: function)
      functions.instances[instance].isProvisioned = true
      functions.instances[instance].endOfLife = .never
      functions.instances[instance].changedAt = agenda.now
      functions.details[function].provisionedAlive += 1
      functions.poolProvisioned(instance, function)
    }
    while functions.states[function].waiting > 0, let instance = functions.provisionedCandidate(function, at: agenda.now),
      let invocation = functions.dequeue(function)
    {
      endWait(of: invocation)
      functions.seat(instance, function, self.plan.rules(of: function), at: agenda.now)
      begin(invocation, on: instance, function)
    }
  }

  /// Looks at the utilisation of the last minute and allocates by it.
  mutating func trackProvisioning(_ index: UInt32) {
    let entry = Int(index)
    let function = provisioning.entries[entry].plan.function
    let busy = functions.details[function].provisionedMostBusy
    functions.details[function].provisionedMostBusy = functions.details[function].provisionedBusy
    if let count = provisioning.entries[entry].plan.tracking?.decide(busy: busy, &provisioning.entries[entry]) { provision(count, entry) }
    if agenda.now < plan.end {
      _ = agenda.arm(Waiter(.provisioningLook, index), at: agenda.now + ProvisioningState.lookEvery)
    }
  }
}
