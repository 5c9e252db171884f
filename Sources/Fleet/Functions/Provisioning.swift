import Simulation
import Statistics
import Variates

/// Provisioned instances: a list of their own, most recently used first, that neither expires nor ages.
extension FunctionFleet {
  /// An idle provisioned instance; it leaves the list.
  ///
  /// Those that are to be given up are dropped on the way.
  ///
  /// Beyond the requests per second of the provisioned units, requests spill over to instances on demand.
  mutating func provisionedCandidate(_ function: UInt32, at now: Nanoseconds) -> UInt32? {
    while true {
      let first = details[function].provisionedPool.head
      if first == Instance.none { return nil }
      if !instances[first].isSurplus && details[function].provisionedRate?.take(at: now) == false { return nil }
      details[function].provisionedPool.head = instances[first].next
      instances[first].isPooled = false
      if !instances[first].isSurplus { return first }
      giveUp(first, at: now)
    }
  }

  mutating func poolProvisioned(_ instance: UInt32, _ function: UInt32) {
    instances[instance].isPooled = true
    instances[instance].next = details[function].provisionedPool.head
    details[function].provisionedPool.head = instance
  }

  /// Ends a provisioned instance that has left the list and is not wanted any more: at once, or when the last of its requests has ended.
  mutating func giveUp(_ instance: UInt32, at now: Nanoseconds) {
    instances[instance].isPooled = false
    instances[instance].isSurplus = true
    if instances[instance].active > 0 { return }
    details[instances[instance].function].provisionedAlive -= 1
    retire(instance, at: now)
    instances.remove(instance)
  }

  /// Changes how many provisioned instances are paid for and held back from others.
  mutating func allot(_ count: Int64, to function: UInt32, isReserved: Bool, perUnit: Int64?, at now: Nanoseconds) {
    let step = count - details[function].provisioned.level
    details[function].provisioned.add(step, at: now)
    if !isReserved && sharedLimit != .max { sharedLimit -= step }
    states[function].hasOwnLimits = details[function].requestRate != nil || count > 0 || details[function].provisionedAlive > 0
    details[function].provisionedRate = perUnit.flatMap { count == 0 ? nil : .perSecond($0 * count) }
  }

  /// Gives up idle provisioned instances above a number, and marks busy ones to be given up when they fall idle.
  ///
  /// - Complexity: O(instances).
  mutating func trim(_ function: UInt32, to count: Int64, at now: Nanoseconds) {
    var surplus = provisionedKept(function) - count
    for index in 0..<UInt32(instances.count) where surplus > 0 && isKept(index, of: function) && instances[index].active == 0 {
      // It leaves the list when it comes to its front.
      instances[index].isSurplus = true
      surplus -= 1
    }
    for index in 0..<UInt32(instances.count) where surplus > 0 && isKept(index, of: function) {
      instances[index].isSurplus = true
      surplus -= 1
    }
    dropSurplus(function, at: now)
  }

  /// How many provisioned instances a function has that are not to be given up.
  ///
  /// - Complexity: O(instances).
  func provisionedKept(_ function: UInt32) -> Int64 {
    (0..<UInt32(instances.count)).reduce(0) { $0 + (isKept($1, of: function) ? 1 : 0) }
  }

  /// Whether an instance is provisioned for a function and not to be given up.
  private func isKept(_ index: UInt32, of function: UInt32) -> Bool {
    instances[index].function == function && instances[index].isProvisioned && !instances[index].isRetired && !instances[index].isSurplus
  }

  /// Takes what is to be given up out of the list, and ends what is idle of it.
  private mutating func dropSurplus(_ function: UInt32, at now: Nanoseconds) {
    var rest = details[function].provisionedPool.head
    details[function].provisionedPool.head = Instance.none
    var last = Instance.none
    while rest != Instance.none {
      let instance = rest
      rest = instances[instance].next
      if instances[instance].isSurplus {
        giveUp(instance, at: now)
        continue
      }
      instances[instance].next = Instance.none
      if last == Instance.none { details[function].provisionedPool.head = instance } else { instances[last].next = instance }
      last = instance
    }
  }
}
