import Simulation

/// Picks by when instances were last used: a list to whose front (most recent) or back (least recent) an instance returns.
///
/// - Source: of 21,152 warm dispatches on AWS Lambda with a choice, 99.8 % went to the most recently used instance
///   (pacslab/serverless-performance-modeling, 2020).
extension FunctionFleet {
  @inline(__always)
  mutating func pushFront(_ instance: UInt32, _ function: UInt32) {
    let head = states[function].pool.head
    instances[instance].next = head
    if head == Instance.none { states[function].pool.tail = instance }
    states[function].pool.head = instance
  }

  mutating func pushBack(_ instance: UInt32, _ function: UInt32) {
    let tail = states[function].pool.tail
    instances[instance].next = Instance.none
    if tail == Instance.none { states[function].pool.head = instance } else { instances[tail].next = instance }
    states[function].pool.tail = instance
  }

  @inline(__always)
  mutating func popFront(_ function: UInt32) {
    let next = instances[states[function].pool.head].next
    states[function].pool.head = next
    if next == Instance.none { states[function].pool.tail = Instance.none }
  }
}
