import Simulation
import Statistics
import Variates

/// All functions' instances, requests and limits: the state of this folder.
struct FunctionFleet: ~Copyable {
  var states: Table<FunctionState>
  var details: Table<FunctionDetail>
  var instances = Arena<Instance>()
  /// For each instance what only its beginning and its end need.
  var births = Table<InstanceBirth>()
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
  /// How fast containers are launched, by kind.
  var launches: [TokenBucket]

  /// Functions whose queued requests wait for the account's concurrency, first come first.
  var firstStarved = Invocation.none
  var lastStarved = Invocation.none

  /// Instances that have ended since somebody asked, where anybody does.
  var ended = Table<UInt32>()
  private let notesEnds: Bool

  /// When counting began; before that, 0.
  var measureFrom: Nanoseconds = 0

  init(_ blueprint: Blueprint) {
    let account = blueprint.account
    details = Table(blueprint.functions.map { FunctionDetail($0, account) })
    states = Table(blueprint.functions.map { _ in FunctionState() })
    bags = Array(repeating: [], count: blueprint.functions.count)
    sharedLimit = account.sharedConcurrency ?? .max
    requestRate = account.requestRate
    scaling = account.accountScaling
    launches = account.launches
    notesEnds = blueprint.functions.contains(where: \.holdsConnections)
    for function in 0..<states.count { states[function].hasOwnLimits = details[function].requestRate != nil }
  }

  // MARK: Units of concurrency

  /// Whether a unit on demand is free for a function.
  @inline(__always)
  mutating func hasUnit(_ function: UInt32, _ rules: Rules) -> Bool {
    rules.value.hasOwnConcurrency ? hasUnitOfItsOwn(function) : sharedUnits < sharedLimit
  }

  /// Whether a unit on demand is free for a function with reserved concurrency or a ceiling.
  @inline(never)
  private mutating func hasUnitOfItsOwn(_ function: UInt32) -> Bool {
    let (reserved, ceiling) = (Int64(details[function].reserved), Int64(details[function].ceiling))
    let onDemand = states[function].units.level - details[function].provisionedBusy
    if ceiling >= 0 && onDemand >= ceiling { return false }
    return reserved >= 0 ? onDemand + details[function].provisioned.level < reserved : sharedUnits < sharedLimit
  }

  @inline(__always)
  mutating func takeUnit(_ function: UInt32, isReserved: Bool, at now: Nanoseconds) {
    states[function].units.add(1, at: now)
    // What containers run is no concurrency of functions.
    if isReserved && details[function].launches >= 0 { return }
    countUnit()
    if !isReserved { sharedUnits &+= 1 }
  }

  @inline(__always)
  mutating func releaseUnit(_ function: UInt32, isReserved: Bool, at now: Nanoseconds) {
    states[function].units.add(-1, at: now)
    if isReserved && details[function].launches >= 0 { return }
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
  mutating func seat(_ instance: UInt32, _ function: UInt32, _ rules: Rules, at now: Nanoseconds) {
    let active = instances[instance].active &+ 1
    instances[instance].active = active
    if instances[instance].isProvisioned { return seatProvisioned(instance, function, active == 1, rules.value.places, at: now) }
    if active == 1 { takeUnit(function, isReserved: rules.value.isReserved, at: now) }
    if active == rules.value.places && instances[instance].isPooled { unpool(instance, function, rules.value.pick) }
  }

  @inline(never)
  private mutating func seatProvisioned(_ instance: UInt32, _ function: UInt32, _ isFirst: Bool, _ places: Int32, at now: Nanoseconds) {
    if isFirst { takeProvisionedUnit(function, at: now) }
    if !instances[instance].isPooled && instances[instance].active < places { poolProvisioned(instance, function) }
  }

  mutating func takeProvisionedUnit(_ function: UInt32, at now: Nanoseconds) {
    states[function].units.add(1, at: now)
    countUnit()
    details[function].provisionedBusy += 1
    details[function].provisionedMostBusy = max(details[function].provisionedMostBusy, details[function].provisionedBusy)
  }

  mutating func releaseProvisionedUnit(_ function: UInt32, at now: Nanoseconds) {
    states[function].units.add(-1, at: now)
    accountUnits -= 1
    details[function].provisionedBusy -= 1
  }

  // MARK: Asides

  /// A new record of what only few invocations have.
  @inline(__always)
  mutating func openAside() -> UInt32 {
    guard let aside = asides.reuse() else { return asides.insert(InvocationAside()) }
    asides[aside].restart()
    return aside
  }

  // MARK: Lives

  /// Counts a new instance and gives its index.
  mutating func create(_ instance: Instance, at now: Nanoseconds) -> UInt32 {
    let function = instance.function
    details[function].created += 1
    details[function].alive += 1
    details[function].mostAlive = max(details[function].mostAlive, details[function].alive)
    let index = instances.insert(instance)
    if Int(index) == births.count { births.append(InstanceBirth(at: now)) } else { births[index] = InstanceBirth(at: now) }
    return index
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
    if notesEnds { ended.append(instance) }
    let function = instances[instance].function
    details[function].alive -= 1
    details[function].lived += Int128(max(0, time - max(measureFrom, births[instance].at)))
  }

  /// Lets go of an instance that the pick found to be spent: at once, or when the last of its requests has ended.
  mutating func drop(_ instance: UInt32, at now: Nanoseconds) {
    if instances[instance].active > 0 { return }
    retire(instance, at: min(now, instances[instance].expiresAt))
    instances.remove(instance)
  }
}
