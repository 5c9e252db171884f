import Simulation
import Variates

/// What stands between a step and its attempts: a breaker, and the quota and rate of the function's SDK.
extension World {
  /// Asks the breaker and the SDK's own rate for leave to make the attempt of a hop.
  ///
  /// - Returns: how long the attempt is held back, in nanoseconds; nil where the breaker refuses it.
  mutating func admitAttempt(_ index: UInt32, _ hop: UInt32) -> Nanoseconds? {
    let instance = functions.invocations[steps.strands[index].invocation].instance
    steps.strands[index].hop.probe = 0
    if plan.hops[hop].breaker >= 0 {
      switch callers.pass(plan.breakers[Int(plan.hops[hop].breaker)], instance, at: agenda.now) {
      case .refused: return nil
      case .closed: break
      case .probe(let number): steps.strands[index].hop.probe = number
      }
    }
    guard plan.hops[hop].sdk >= 0, plan.sdks[Int(plan.hops[hop].sdk)].rate != nil else { return 0 }
    return callers.reserve(instance, plan.sdks[Int(plan.hops[hop].sdk)], at: agenda.now)
  }

  /// Takes note of how the attempt of a hop has ended: for its breaker, for the quota and the rate of the SDK.
  mutating func noteAttempt(_ index: UInt32, _ hop: UInt32, _ loss: Loss?) {
    let instance = functions.invocations[steps.strands[index].invocation].instance
    if plan.hops[hop].breaker >= 0 && loss != .circuitOpen {
      let breaker = plan.breakers[Int(plan.hops[hop].breaker)]
      let probe = steps.strands[index].hop.probe
      steps.strands[index].hop.probe = 0
      if callers.note(hasFailed: loss != nil, breaker, probe: probe, instance, at: agenda.now) && isMeasured(index) {
        callers.books[hop].opened += 1
      }
    }
    if plan.hops[hop].sdk < 0 || loss == .circuitOpen { return }
    let sdk = plan.sdks[Int(plan.hops[hop].sdk)]
    callers.note(isThrottle: loss == .throttle, instance, sdk, at: agenda.now)
    // An error of the function that was called comes as an answer like any other.
    let isSuccess = loss.map { !sdk.retries($0) && $0 != .payloadTooLarge } ?? true
    if isSuccess { callers.giveBack(steps.strands[index].hop.paid, instance, sdk) }
  }

  /// The pause before another attempt of a hop that has failed; nil where there is none.
  mutating func pauseAfter(_ loss: Loss, _ index: UInt32, _ hop: UInt32) -> Nanoseconds? {
    let attempt = steps.strands[index].hop.attempt
    if attempt >= plan.hops[hop].caller.attempts { return nil }
    let draw = Draw(attemptKey(of: index) &+ Salt.backoff)
    if plan.hops[hop].sdk < 0 {
      let caller = plan.hops[hop].caller
      return caller.retries(loss) ? caller.pause(retry: attempt, last: steps.strands[index].hop.lastPause, draw, plan.samplers) : nil
    }
    let sdk = plan.sdks[Int(plan.hops[hop].sdk)]
    if !sdk.retries(loss) { return nil }
    let instance = functions.invocations[steps.strands[index].invocation].instance
    guard let paid = callers.pay(for: loss, instance, sdk) else {
      if isMeasured(index) { callers.books[hop].unpaid += 1 }
      return nil
    }
    steps.strands[index].hop.paid = paid
    return sdk.pause(retry: attempt, after: loss, draw)
  }

  /// Takes back the probe that a strand makes which ends before its attempt does.
  mutating func takeBackProbe(of index: UInt32) {
    let probe = steps.strands[index].hop.probe
    if probe == 0 { return }
    let hop = plan.operations[steps.strands[index].walk.place].detail
    let instance = functions.invocations[steps.strands[index].invocation].instance
    callers.takeBack(probe: probe, plan.breakers[Int(plan.hops[hop].breaker)], instance)
  }

  /// Whether a strand's invocation is of the measured window.
  mutating func isMeasured(_ index: UInt32) -> Bool { functions.invocations[steps.strands[index].invocation].isMeasured }

  /// How the attempt of a hop stands in its books.
  enum AttemptEnd { case retried, succeeded, failed }

  mutating func count(_ end: AttemptEnd, _ index: UInt32, _ hop: UInt32) {
    if !isMeasured(index) { return }
    callers.books[hop].attempts &+= 1
    switch end {
    case .retried: callers.books[hop].retried &+= 1
    case .succeeded: callers.books[hop].succeeded &+= 1
    case .failed: callers.books[hop].failed &+= 1
    }
  }
}
