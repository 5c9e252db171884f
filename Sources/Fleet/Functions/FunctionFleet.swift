import Simulation
import Statistics
import Variates

/// All functions' instances, requests and limits: the state of this folder.
struct FunctionFleet: ~Copyable {
  var states: Table<FunctionState>
  var instances = Arena<Instance>()
  var invocations = Arena<Invocation>()
  var asides = Arena<InvocationAside>()
  var starts = Arena<InstanceStart>()

  /// Instances with a free place of functions that pick at random.
  var bags: [[UInt32]]

  /// The account's units of concurrency that are held by functions without reserved concurrency, and those that they may hold.
  var sharedUnits: Int64 = 0
  var sharedLimit: Int64
  /// Units of all functions, and the most of them at one time.
  var accountUnits: Int64 = 0
  var mostAccountUnits: Int64 = 0
  var requestRate: TokenBucket?
  var scaling: TokenBucket?

  /// Functions whose queued requests wait for the account's concurrency, first come first.
  var firstStarved = Invocation.none
  var lastStarved = Invocation.none

  /// When counting began; before that, 0.
  var measureFrom: Nanoseconds = 0

  init(_ blueprint: Blueprint) {
    let account = blueprint.account
    states = Table(
      blueprint.functions.map { plan in
        var state = FunctionState()
        state.scaling = account.functionScaling
        if plan.reserved > 0, let perUnit = account.requestsPerUnit {
          state.requestRate = .perSecond(perUnit * Int64(plan.reserved))
        }
        state.hasOwnLimits = state.requestRate != nil
        return state
      })
    bags = Array(repeating: [], count: blueprint.functions.count)
    sharedLimit = account.sharedConcurrency ?? .max
    requestRate = account.requestRate
    scaling = account.accountScaling
  }

  // MARK: Units of concurrency

  /// Whether a unit on demand is free for a function.
  @inline(__always)
  func hasUnit(_ function: UInt32, _ rules: FunctionRules) -> Bool {
    if rules.reserved < 0 && rules.ceiling < 0 { return sharedUnits < sharedLimit }
    let units = Int64(states[function].onDemandUnits)
    if rules.ceiling >= 0 && units >= Int64(rules.ceiling) { return false }
    return rules.reserved >= 0 ? units + states[function].provisioned.level < Int64(rules.reserved) : sharedUnits < sharedLimit
  }

  @inline(__always)
  mutating func takeUnit(_ function: UInt32, isReserved: Bool, at now: Nanoseconds) {
    states[function].takeUnit(at: now)
    countUnit()
    if !isReserved { sharedUnits &+= 1 }
  }

  @inline(__always)
  mutating func releaseUnit(_ function: UInt32, isReserved: Bool, at now: Nanoseconds) {
    states[function].releaseUnit(at: now)
    accountUnits &-= 1
    if !isReserved { sharedUnits &-= 1 }
  }

  @inline(__always)
  private mutating func countUnit() {
    accountUnits &+= 1
    if accountUnits > mostAccountUnits { mostAccountUnits = accountUnits }
  }

  /// Gives a request a place on an instance that has a free one, with the unit of concurrency that an idle instance does not have.
  @inline(__always)
  mutating func seat(_ instance: UInt32, _ function: UInt32, _ rules: FunctionRules, at now: Nanoseconds) {
    instances[instance].active &+= 1
    let isFirst = instances[instance].active == 1
    if instances[instance].isProvisioned { return seatProvisioned(instance, function, isFirst, rules.places, at: now) }
    if isFirst { takeUnit(function, isReserved: rules.isReserved, at: now) }
    if instances[instance].isPooled && instances[instance].active == rules.places { unpool(instance, function, rules.pick) }
  }

  @inline(never)
  private mutating func seatProvisioned(_ instance: UInt32, _ function: UInt32, _ isFirst: Bool, _ places: Int32, at now: Nanoseconds) {
    if isFirst { takeProvisionedUnit(function, at: now) }
    if !instances[instance].isPooled && instances[instance].active < places { poolProvisioned(instance, function) }
  }

  mutating func takeProvisionedUnit(_ function: UInt32, at now: Nanoseconds) {
    states[function].units.add(1, at: now)
    countUnit()
    states[function].provisionedBusy += 1
    states[function].provisionedMostBusy = max(states[function].provisionedMostBusy, states[function].provisionedBusy)
  }

  mutating func releaseProvisionedUnit(_ function: UInt32, at now: Nanoseconds) {
    states[function].units.add(-1, at: now)
    accountUnits -= 1
    states[function].provisionedBusy -= 1
  }

  // MARK: Lives

  /// Counts a new instance and gives its index.
  mutating func create(_ instance: Instance) -> UInt32 {
    let function = instance.function
    states[function].created += 1
    states[function].alive += 1
    states[function].mostAlive = max(states[function].mostAlive, states[function].alive)
    return instances.insert(instance)
  }

  /// Counts as ended what has expired and was not looked at since.
  ///
  /// - Complexity: O(instances).
  mutating func retireExpired(at now: Nanoseconds) {
    for index in 0..<UInt32(instances.count) {
      let instance = instances[index]
      if instance.active == 0 && instance.expiresAt <= now { retire(index, at: instance.expiresAt) }
    }
  }

  /// Counts an instance as ended, at a time that may lie in the past.
  mutating func retire(_ instance: UInt32, at time: Nanoseconds) {
    if instances[instance].isRetired { return }
    instances[instance].isRetired = true
    let function = instances[instance].function
    states[function].alive -= 1
    states[function].lived += Int128(max(0, time - max(measureFrom, instances[instance].createdAt)))
  }

  /// Lets go of an instance that the pick found to be spent: at once, or when the last of its requests has ended.
  mutating func drop(_ instance: UInt32, at now: Nanoseconds) {
    if instances[instance].active > 0 { return }
    retire(instance, at: min(now, instances[instance].expiresAt))
    instances.remove(instance)
  }
}
