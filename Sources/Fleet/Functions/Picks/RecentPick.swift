import Simulation

/// Picks by when instances were last used: a list to whose front (most recent) or back (least recent) an instance returns.
///
/// - Source: of 21,152 warm dispatches on AWS Lambda with a choice, 99.8 % went to the most recently used instance
///   (pacslab/serverless-performance-modeling, 2020).
extension InstancePool {
  @inline(__always)
  mutating func pushFront(_ instance: UInt32, _ instances: inout Arena<Instance>) {
    instances[instance].next = head
    if head == Instance.none { tail = instance }
    head = instance
  }

  mutating func pushBack(_ instance: UInt32, _ instances: inout Arena<Instance>) {
    instances[instance].next = Instance.none
    if tail == Instance.none { head = instance } else { instances[tail].next = instance }
    tail = instance
  }

  /// Takes the first instance out, behind which another stands.
  @inline(__always)
  mutating func popFront(_ next: UInt32) {
    head = next
    if next == Instance.none { tail = Instance.none }
  }
}
