import Simulation

/// The instances of one function that have a free place, in the order in which they are picked.
///
/// The links lie in the instances themselves. What stands in a pool may have expired meanwhile: the pick finds out.
struct InstancePool: BitwiseCopyable {
  /// The first instance of a list or the root of a heap.
  var head = Instance.none
  /// The last instance of a list.
  var tail = Instance.none
}

extension FunctionFleet {
  /// Puts an instance into the pool of its function.
  ///
  /// - Complexity: O(1); O(log n) amortised where the order is by age.
  @inline(__always)
  mutating func pool(_ instance: UInt32, _ function: UInt32, _ pick: Pick) {
    instances[instance].isPooled = true
    if pick == .mostRecent { return states[function].pool.pushFront(instance, &instances) }
    if pick == .newest { return states[function].pool.insert(instance, &instances, newestFirst: true) }
    poolOtherwise(instance, function, pick)
  }

  @inline(never)
  private mutating func poolOtherwise(_ instance: UInt32, _ function: UInt32, _ pick: Pick) {
    switch pick {
    case .mostRecent: states[function].pool.pushFront(instance, &instances)
    case .leastRecent: states[function].pool.pushBack(instance, &instances)
    case .newest: states[function].pool.insert(instance, &instances, newestFirst: true)
    case .oldest: states[function].pool.insert(instance, &instances, newestFirst: false)
    case .random: bags[Int(function)].append(instance)
    }
  }

  /// The instance that takes a request, or nil; those that have expired are dropped on the way.
  ///
  /// It stays in the pool.
  @inline(__always)
  mutating func candidate(_ function: UInt32, _ pick: Pick, _ key: UInt64, at now: Nanoseconds) -> UInt32? {
    if pick == .random { return randomCandidate(function, key, at: now) }
    let first = states[function].pool.head
    if first == Instance.none { return nil }
    if !instances[first].isSpent(at: now) { return first }
    return candidateBehindSpent(function, pick, at: now)
  }

  @inline(never)
  private mutating func candidateBehindSpent(_ function: UInt32, _ pick: Pick, at now: Nanoseconds) -> UInt32? {
    while true {
      let first = states[function].pool.head
      if first == Instance.none { return nil }
      if !instances[first].isSpent(at: now) { return first }
      unpool(first, function, pick)
      drop(first, at: now)
    }
  }

  /// Takes the candidate out of the pool.
  @inline(__always)
  mutating func unpool(_ instance: UInt32, _ function: UInt32, _ pick: Pick) {
    instances[instance].isPooled = false
    if pick == .mostRecent { return states[function].pool.popFront(instances[instance].next) }
    if pick == .newest { return states[function].pool.popRoot(&instances, newestFirst: true) }
    unpoolOtherwise(instance, function, pick)
  }

  @inline(never)
  private mutating func unpoolOtherwise(_ instance: UInt32, _ function: UInt32, _ pick: Pick) {
    switch pick {
    case .mostRecent, .leastRecent: states[function].pool.popFront(instances[instance].next)
    case .newest: states[function].pool.popRoot(&instances, newestFirst: true)
    case .oldest: states[function].pool.popRoot(&instances, newestFirst: false)
    case .random: removeFromBag(instance, function)
    }
  }
}
