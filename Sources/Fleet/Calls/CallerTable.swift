import Simulation

/// What callers remember from hop to hop: the quotas and rates of instances' SDKs, and breakers; and the hops' books.
///
/// What belongs to an instance is forgotten with it.
struct CallerTable: ~Copyable {
  private let clientSlots: Int
  private let rateSlots: Int
  private let breakerSlots: Int
  /// Tokens that are missing in each quota, so that 0 is a full one.
  private var missing = Table<Int32>()
  private var rates = Table<ClientRate>()
  private var breakers = Table<BreakerState>()
  private var shared: Table<BreakerState>
  private var failures = Arena<BreakerFailure>()
  var books: Table<HopBooks>

  init(_ blueprint: Blueprint) {
    let clients = blueprint.sdks.map { Int($0.client) + 1 }.max() ?? 0
    clientSlots = blueprint.sdks.contains { $0.quota != nil } ? clients : 0
    rateSlots = blueprint.sdks.contains { $0.rate != nil } ? clients : 0
    breakerSlots = blueprint.breakers.filter { !$0.isShared }.map { Int($0.slot) + 1 }.max() ?? 0
    let sharedCount = blueprint.breakers.filter(\.isShared).map { Int($0.slot) + 1 }.max() ?? 0
    shared = Table((0..<sharedCount).map { _ in BreakerState() })
    books = Table(blueprint.hops.map { _ in HopBooks() })
  }

  /// Forgets what an instance remembered.
  mutating func forget(_ instance: UInt32) {
    if clientSlots + rateSlots + breakerSlots == 0 { return }
    let last = Int(instance) + 1
    while missing.count < last * clientSlots { missing.append(0) }
    while rates.count < last * rateSlots { rates.append(ClientRate()) }
    while breakers.count < last * breakerSlots { breakers.append(BreakerState()) }
    for slot in 0..<clientSlots { missing[Int(instance) * clientSlots + slot] = 0 }
    for slot in 0..<rateSlots { rates[Int(instance) * rateSlots + slot] = ClientRate() }
    for slot in 0..<breakerSlots {
      let place = Int(instance) * breakerSlots + slot
      var breaker = breakers[place]
      forgetFailures(&breaker)
      // Probes of the former life are still told from those of the next.
      let openings = breaker.openings
      breaker = BreakerState()
      breaker.openings = openings
      breakers[place] = breaker
    }
  }

  // MARK: SDKs

  /// Takes the tokens for a retry.
  ///
  /// - Returns: how many were taken; nil where there are not enough.
  mutating func pay(for loss: Loss, _ instance: UInt32, _ sdk: SDKPlan) -> Int32? {
    guard let quota = sdk.quota else { return 0 }
    let place = Int(instance) * clientSlots + Int(sdk.client)
    let cost = quota.cost(of: loss)
    if quota.capacity - missing[place] < cost { return nil }
    missing[place] += cost
    return cost
  }

  /// Gives tokens back after a success.
  ///
  /// - Parameter paid: what the last retry of the hop took; 0 for a first attempt.
  mutating func giveBack(_ paid: Int32, _ instance: UInt32, _ sdk: SDKPlan) {
    guard let quota = sdk.quota else { return }
    let place = Int(instance) * clientSlots + Int(sdk.client)
    if missing[place] > 0 { missing[place] = max(0, missing[place] - (paid > 0 ? paid : quota.success)) }
  }

  /// How long the client's own rate holds an attempt back, in nanoseconds.
  mutating func reserve(_ instance: UInt32, _ sdk: SDKPlan, at now: Nanoseconds) -> Nanoseconds {
    rates[Int(instance) * rateSlots + Int(sdk.client)].reserve(at: now)
  }

  /// Lets the client's own rate follow the end of an attempt.
  mutating func note(isThrottle: Bool, _ instance: UInt32, _ sdk: SDKPlan, at now: Nanoseconds) {
    guard let plan = sdk.rate else { return }
    rates[Int(instance) * rateSlots + Int(sdk.client)].note(isThrottle: isThrottle, plan, at: now)
  }

  // MARK: Breakers

  /// Asks a breaker to let an attempt through.
  mutating func pass(_ plan: BreakerPlan, _ instance: UInt32, at now: Nanoseconds) -> BreakerPass {
    change(plan, instance) { breaker in
      if !breaker.isOpen { return .closed }
      if now < breaker.openUntil || breaker.probing + breaker.passed >= plan.probes { return .refused }
      breaker.probing += 1
      return .probe(breaker.openings)
    }
  }

  /// Tells a breaker how an attempt that it let through has ended.
  ///
  /// - Parameter probe: the number of the half-open time that let it through; 0 for a closed breaker.
  /// - Returns: whether it opens.
  mutating func note(hasFailed: Bool, _ plan: BreakerPlan, probe: UInt32, _ instance: UInt32, at now: Nanoseconds) -> Bool {
    if plan.isShared {
      var breaker = shared[plan.slot]
      let opens = note(hasFailed: hasFailed, plan, probe: probe, &breaker, at: now)
      shared[plan.slot] = breaker
      return opens
    }
    var breaker = breakers[Int(instance) * breakerSlots + Int(plan.slot)]
    let opens = note(hasFailed: hasFailed, plan, probe: probe, &breaker, at: now)
    breakers[Int(instance) * breakerSlots + Int(plan.slot)] = breaker
    return opens
  }

  /// Takes a probe back of which nobody will know how it ended.
  mutating func takeBack(probe: UInt32, _ plan: BreakerPlan, _ instance: UInt32) {
    change(plan, instance) { if $0.isOpen && $0.openings == probe { $0.probing -= 1 } }
  }

  @inline(__always)
  private mutating func change<Result>(_ plan: BreakerPlan, _ instance: UInt32, _ change: (inout BreakerState) -> Result) -> Result {
    if plan.isShared { return change(&shared[plan.slot]) }
    return change(&breakers[Int(instance) * breakerSlots + Int(plan.slot)])
  }

  private mutating func note(
    hasFailed: Bool, _ plan: BreakerPlan, probe: UInt32, _ breaker: inout BreakerState, at now: Nanoseconds
  ) -> Bool {
    if probe != 0 {
      guard breaker.isOpen && breaker.openings == probe else { return false }
      breaker.probing -= 1
      if hasFailed { return open(&breaker, plan, at: now) }
      breaker.passed += 1
      if breaker.passed == plan.probes { breaker.isOpen = false }
      return false
    }
    // What was under way when it opened says nothing new.
    if breaker.isOpen || !hasFailed { return false }
    remember(now, &breaker)
    while failures[breaker.firstFailure].at < now - plan.within { forgetFirstFailure(&breaker) }
    return breaker.failures >= plan.failures && open(&breaker, plan, at: now)
  }

  private mutating func open(_ breaker: inout BreakerState, _ plan: BreakerPlan, at now: Nanoseconds) -> Bool {
    forgetFailures(&breaker)
    breaker.isOpen = true
    breaker.openUntil = now + plan.open
    breaker.openings &+= 1
    breaker.probing = 0
    breaker.passed = 0
    return true
  }

  private mutating func remember(_ now: Nanoseconds, _ breaker: inout BreakerState) {
    let failure = failures.insert(BreakerFailure(at: now))
    if breaker.failures == 0 { breaker.firstFailure = failure } else { failures[breaker.lastFailure].next = failure }
    breaker.lastFailure = failure
    breaker.failures += 1
  }

  private mutating func forgetFirstFailure(_ breaker: inout BreakerState) {
    let first = breaker.firstFailure
    breaker.firstFailure = failures[first].next
    breaker.failures -= 1
    failures.remove(first)
  }

  private mutating func forgetFailures(_ breaker: inout BreakerState) {
    while breaker.failures > 0 { forgetFirstFailure(&breaker) }
  }
}
