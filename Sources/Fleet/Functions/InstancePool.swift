import Simulation
import Variates

/// The instances of one function that have a free place, in the order in which they are picked.
///
/// The links of a pool lie in the instances themselves. What stands in it may have expired meanwhile: the pick finds out.
struct InstancePool: BitwiseCopyable {
  /// The first instance of a list or the root of a heap.
  var head = Instance.none
  /// The last instance of a list.
  var tail = Instance.none

  var isEmpty: Bool { head == Instance.none }
}

extension FunctionFleet {
  /// Puts an instance into the pool of its function.
  ///
  /// - Complexity: O(1); O(log n) amortised where the order is by age.
  @inline(__always)
  mutating func pool(_ instance: UInt32, _ function: UInt32, _ pick: Pick) {
    instances[instance].isPooled = true
    switch pick {
    case .mostRecent: pushFront(instance, function)
    case .leastRecent: pushBack(instance, function)
    case .newest, .oldest: insert(instance, function, newestFirst: pick == .newest)
    case .random: bags[Int(function)].append(instance)
    }
  }

  /// The instance that takes a request, or nil; those that have expired are dropped on the way. It stays in the pool.
  @inline(__always)
  mutating func candidate(_ function: UInt32, _ pick: Pick, _ key: UInt64, at now: Nanoseconds) -> UInt32? {
    if pick == .random { return randomCandidate(function, key, at: now) }
    while true {
      let first = states[function].pool.head
      if first == Instance.none { return nil }
      if !instances[first].isSpent(at: now) { return first }
      unpool(first, function, pick)
      drop(first, at: now)
    }
  }

  /// Takes the first instance out of the pool.
  @inline(__always)
  mutating func unpool(_ instance: UInt32, _ function: UInt32, _ pick: Pick) {
    instances[instance].isPooled = false
    switch pick {
    case .mostRecent, .leastRecent: popFront(function)
    case .newest, .oldest: popRoot(function, newestFirst: pick == .newest)
    case .random: removeFromBag(instance, function)
    }
  }
}
