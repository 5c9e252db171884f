import Simulation
import Variates

/// Picks any instance with equal chances: draws until one is found that has not expired.
extension FunctionFleet {
  mutating func randomCandidate(_ function: UInt32, _ key: UInt64, at now: Nanoseconds) -> UInt32? {
    var draw = Draw(key &+ Salt.pick)
    while !bags[Int(function)].isEmpty {
      let place = Int(draw.below(UInt64(bags[Int(function)].count)))
      let instance = bags[Int(function)][place]
      bags[Int(function)].swapAt(place, bags[Int(function)].count - 1)
      if !instances[instance].isSpent(at: now) { return instance }
      unpool(instance, function, .random)
      drop(instance, at: now)
    }
    return nil
  }

  /// A candidate stands last in its bag.
  mutating func removeFromBag(_ instance: UInt32, _ function: UInt32) {
    precondition(bags[Int(function)].last == instance, "instance \(instance) is not the candidate")
    bags[Int(function)].removeLast()
  }
}
