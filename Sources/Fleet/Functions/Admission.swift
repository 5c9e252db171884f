import Simulation
import Statistics
import Variates

/// What becomes of a request that comes to a function.
enum Admission {
  /// An instance takes it at once.
  case serve(UInt32)
  /// It waits for an instance that is on its way already.
  case wait
  /// It waits, and an instance is started.
  case start
  /// It meets a limit.
  case limited(Refusal)
}

extension FunctionFleet {
  /// Decides on a request.
  ///
  /// Rate and scaling tokens are taken, units are not.
  ///
  /// - Parameter isEvent: whether it is an asynchronous invocation, which only concurrency limits.
  /// - Source: the order of checks follows AWS Lambda: requests per second, provisioned instances, concurrency, idle instances,
  ///   scaling rate (Developer Guide, Understanding Lambda function scaling; quotas: requests per second hold for synchronous invocations).
  @inline(__always)
  mutating func admit(_ function: UInt32, _ key: UInt64, _ rules: Rules, isEvent: Bool, at now: Nanoseconds) -> Admission {
    if requestRate != nil || states[function].hasOwnLimits, let admission = admitByRates(function, isEvent: isEvent, at: now) {
      return admission
    }
    if rules.value.places > 1, let instance = candidate(function, rules.value.pick, key, at: now), instances[instance].active > 0 {
      return .serve(instance)
    }
    if hasUnit(function, rules), let instance = candidate(function, rules.value.pick, key, at: now) { return .serve(instance) }
    return admitWithoutInstance(function, rules, at: now)
  }

  /// What decides before instances on demand are looked at: requests per second, and provisioned instances.
  @inline(__always)
  private mutating func admitByRates(_ function: UInt32, isEvent: Bool, at now: Nanoseconds) -> Admission? {
    let hasOwnLimits = states[function].hasOwnLimits
    if !isEvent {
      if hasOwnLimits && details[function].requestRate?.take(at: now) == false { return .limited(.reservedRequestRate) }
      if requestRate?.take(at: now) == false { return .limited(.requestRate) }
    }
    if hasOwnLimits && details[function].provisionedAlive > 0, let instance = provisionedCandidate(function, at: now) {
      return .serve(instance)
    }
    return nil
  }

  @inline(never)
  private mutating func admitWithoutInstance(_ function: UInt32, _ rules: Rules, at now: Nanoseconds) -> Admission {
    let hasOpenStart = Int64(details[function].openStarts) * Int64(rules.value.places) > Int64(states[function].waiting)
    if !hasUnit(function, rules) {
      return hasOpenStart ? .wait : .limited(rules.value.isReserved ? .reservedConcurrency : .concurrency)
    }
    if hasOpenStart { return .wait }
    return takeScalingToken(function, at: now) ? .start : .limited(.scalingRate)
  }

  mutating func takeScalingToken(_ function: UInt32, at now: Nanoseconds) -> Bool {
    let launching = details[function].launches
    if launching >= 0 { return launches[Int(launching)].take(at: now) }
    if scaling != nil { return scaling!.take(at: now) }
    if details[function].scaling != nil { return details[function].scaling!.take(at: now) }
    return true
  }

  /// Whether requests wait for which no start is on its way.
  func lacksStart(_ function: UInt32, places: Int32) -> Bool {
    Int64(states[function].waiting) > Int64(details[function].openStarts) * Int64(places)
  }

  // MARK: Requests that wait

  mutating func enqueue(_ invocation: UInt32, _ function: UInt32) {
    invocations[invocation].isWaiting = true
    invocations[invocation].next = Invocation.none
    let last = details[function].lastWaiting
    if last == Invocation.none { details[function].firstWaiting = invocation } else { invocations[last].next = invocation }
    details[function].lastWaiting = invocation
    states[function].waiting += 1
  }

  /// Takes the request that has waited longest.
  ///
  /// Records of those that were refused meanwhile are freed on the way.
  mutating func dequeue(_ function: UInt32) -> UInt32? {
    while details[function].firstWaiting != Invocation.none {
      let first = details[function].firstWaiting
      details[function].firstWaiting = invocations[first].next
      if details[function].firstWaiting == Invocation.none { details[function].lastWaiting = Invocation.none }
      if invocations[first].isWaiting {
        invocations[first].isWaiting = false
        states[function].waiting -= 1
        return first
      }
      invocations.remove(first)
    }
    return nil
  }

  // MARK: Functions in line for the account's concurrency

  mutating func starve(_ function: UInt32) {
    if details[function].isStarved { return }
    details[function].isStarved = true
    details[function].nextStarved = Invocation.none
    if lastStarved == Invocation.none { firstStarved = function } else { details[lastStarved].nextStarved = function }
    lastStarved = function
  }

  mutating func nextStarved() -> UInt32? {
    let first = firstStarved
    if first == Invocation.none { return nil }
    firstStarved = details[first].nextStarved
    if firstStarved == Invocation.none { lastStarved = Invocation.none }
    details[first].isStarved = false
    return first
  }
}
