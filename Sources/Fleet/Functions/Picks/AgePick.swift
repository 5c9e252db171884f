import Simulation

/// Picks by when instances were started: a skew heap with the newest, or the oldest, at its root.
///
/// - Source: D. D. Sleator, R. E. Tarjan, Self-adjusting heaps, SIAM J. Comput. 15 (1986).
extension InstancePool {
  @inline(__always)
  mutating func insert(_ instance: UInt32, _ instances: inout Arena<Instance>, newestFirst: Bool) {
    let isFirst = head == Instance.none || (instances[instance].ordinal > instances[head].ordinal) == newestFirst
    instances[instance].next = isFirst ? head : Instance.none
    instances[instance].other = Instance.none
    head = isFirst ? instance : Self.meld(head, instance, &instances, newestFirst: newestFirst)
  }

  @inline(__always)
  mutating func popRoot(_ instances: inout Arena<Instance>, newestFirst: Bool) {
    let (left, right) = (instances[head].next, instances[head].other)
    head = right == Instance.none ? left : Self.meld(left, right, &instances, newestFirst: newestFirst)
  }

  /// Melds two heaps along their right paths, exchanging children on the way.
  @inline(never)
  private static func meld(_ left: UInt32, _ right: UInt32, _ instances: inout Arena<Instance>, newestFirst: Bool) -> UInt32 {
    var (a, b) = (left, right)
    if a == Instance.none { return b }
    var root = Instance.none
    var parent = Instance.none
    while a != Instance.none && b != Instance.none {
      if (instances[b].ordinal > instances[a].ordinal) == newestFirst { swap(&a, &b) }
      if parent == Instance.none { root = a } else { instances[parent].next = a }
      parent = a
      let rest = instances[a].other
      instances[a].other = instances[a].next
      a = rest
    }
    let rest = a == Instance.none ? b : a
    if parent == Instance.none { return rest }
    instances[parent].next = rest
    return root
  }
}
