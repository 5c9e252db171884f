import Simulation
import Variates

@testable import Fleet

/// A simulator of functions alone, as plain as it can be, that must count what the fleet counts.
///
/// It is never extended.
///
/// It shares with the fleet the blueprint, the samplers and the keys of draws. Events stand in a sorted array, each idle period of an
/// instance ends with an event, and programs only compute and wait.
struct NaiveFleet: ~Copyable {
  /// What is counted of one function.
  struct Counts: Equatable {
    var offered: Int64 = 0
    var refused = [Int64](repeating: 0, count: Refusal.allCases.count)
    var succeeded: Int64 = 0
    var timeouts: Int64 = 0
    var coldStarts: Int64 = 0
  }

  private enum Event {
    case ended(request: Int)
    case started(instance: Int)
    case expired(instance: Int, idlePeriod: Int)
  }

  private struct Request {
    var function: Int
    var key: UInt64
    var isMeasured: Bool
    var isCold = false
    var timesOut = false
    var instance = -1
  }

  private struct Instance {
    var function: Int
    var ordinal: Int64
    var key: UInt64
    var endOfLife = Nanoseconds.never
    var uses: UInt64 = 0
    var needsInit = false
    var idleSince: Nanoseconds = 0
    var idlePeriods = 0
    var isGone = false
    /// The request that nobody else's instance serves, where requests are pinned.
    var pinned = -1
  }

  private struct Function {
    var counts = Counts()
    var created: Int64 = 0
    /// Units of concurrency: starting and busy instances.
    var units: Int64 = 0
    /// Starts that any waiting request may take.
    var starting = 0
    var waiting: [Int] = []
    /// Idle instances, the longest idle first; random picks look at those that are gone, too.
    var idle: [Int] = []
    var requestRate: TokenBucket?
    var scaling: TokenBucket?
  }

  private let blueprint: Blueprint
  private let samplers: SamplerBank
  private var now: Nanoseconds = 0
  private var events: [(time: Nanoseconds, event: Event)] = []
  private var functions: [Function]
  private var instances: [Instance] = []
  private var requests: [Request] = []
  private var requestRate: TokenBucket?
  private var accountScaling: TokenBucket?

  /// What a fleet counts, function by function.
  static func count(_ blueprint: Blueprint) -> [Counts] {
    var fleet = NaiveFleet(blueprint)
    fleet.run()
    return fleet.functions.map(\.counts)
  }

  private init(_ blueprint: Blueprint) {
    self.blueprint = blueprint
    samplers = SamplerBank(blueprint.samplers)
    requestRate = blueprint.account.requestRate
    accountScaling = blueprint.account.accountScaling
    functions = blueprint.functions.map { plan in
      var function = Function()
      function.scaling = blueprint.account.functionScaling
      if plan.reserved > 0, let perUnit = blueprint.account.requestsPerUnit {
        let rate = perUnit * Int64(plan.reserved)
        function.requestRate = TokenBucket(capacity: rate, refill: rate, every: .second)
      }
      return function
    }
  }

  // MARK: Time

  /// Events at a time come before arrivals at that time; events at one time in the order in which they were planned.
  private mutating func run() {
    for arrival in NaiveArrivals.all(of: blueprint) {
      happen(upTo: arrival.time)
      now = arrival.time
      arrive(function: Int(blueprint.sources[arrival.source].function), key: arrival.key)
    }
    happen(upTo: blueprint.end)
  }

  private mutating func happen(upTo time: Nanoseconds) {
    while let first = events.first, first.time <= time {
      events.removeFirst()
      now = first.time
      switch first.event {
      case .ended(let request): end(request)
      case .started(let instance): finishStart(instance)
      case .expired(let instance, let period): expire(instance, period)
      }
    }
  }

  private mutating func plan(_ event: Event, at time: Nanoseconds) {
    let place = events.firstIndex { $0.time > time } ?? events.count
    events.insert((time, event), at: place)
  }

  // MARK: Requests

  private mutating func arrive(function: Int, key: UInt64) {
    let plan = blueprint.functions[function]
    let isMeasured = now >= blueprint.measureFrom
    if isMeasured { functions[function].counts.offered += 1 }
    if functions[function].requestRate?.take(at: now) == false { return refuse(function, .reservedRequestRate, isMeasured) }
    if requestRate?.take(at: now) == false { return refuse(function, .requestRate, isMeasured) }
    requests.append(Request(function: function, key: key, isMeasured: isMeasured))
    let request = requests.count - 1
    let someStartIsFree = functions[function].starting > functions[function].waiting.count
    let hasUnit = hasUnit(function)
    if hasUnit, let instance = pick(function, key) {
      functions[function].units += 1
      begin(request, on: instance)
    } else if someStartIsFree {
      functions[function].waiting.append(request)
    } else if !hasUnit {
      refuse(function, plan.reserved >= 0 ? .reservedConcurrency : .concurrency, isMeasured)
    } else if !takeScalingToken(function) {
      refuse(function, .scalingRate, isMeasured)
    } else {
      start(function, for: request)
    }
  }

  private mutating func refuse(_ function: Int, _ refusal: Refusal, _ isMeasured: Bool) {
    if isMeasured { functions[function].counts.refused[Int(refusal.rawValue)] += 1 }
  }

  private func hasUnit(_ function: Int) -> Bool {
    let plan = blueprint.functions[function]
    let units = functions[function].units
    if plan.ceiling >= 0 && units >= plan.ceiling { return false }
    if plan.reserved >= 0 { return units < plan.reserved }
    let shared = functions.indices.reduce(Int64(0)) { $0 + (blueprint.functions[$1].reserved < 0 ? functions[$1].units : 0) }
    return shared < blueprint.account.sharedConcurrency ?? .max
  }

  private mutating func takeScalingToken(_ function: Int) -> Bool {
    if accountScaling != nil { return accountScaling!.take(at: now) }
    return functions[function].scaling?.take(at: now) ?? true
  }

  /// Takes an idle instance out of those of a function.
  private mutating func pick(_ function: Int, _ key: UInt64) -> Int? {
    let idle = functions[function].idle
    if idle.isEmpty { return nil }
    switch blueprint.functions[function].pick {
    case .mostRecent: return functions[function].idle.removeLast()
    case .leastRecent: return functions[function].idle.removeFirst()
    case .newest, .oldest:
      let isNewest = blueprint.functions[function].pick == .newest
      let byAge = idle.indices.sorted { instances[idle[$0]].ordinal < instances[idle[$1]].ordinal }
      return functions[function].idle.remove(at: isNewest ? byAge[byAge.count - 1] : byAge[0])
    case .random:
      var draw = Draw(key &+ Salt.pick)
      while !functions[function].idle.isEmpty {
        let place = Int(draw.below(UInt64(functions[function].idle.count)))
        functions[function].idle.swapAt(place, functions[function].idle.count - 1)
        let instance = functions[function].idle.removeLast()
        if !instances[instance].isGone { return instance }
      }
      return nil
    }
  }

  private mutating func begin(_ request: Int, on index: Int) {
    let function = requests[request].function
    let plan = blueprint.functions[function]
    var (instance, started, elapsed) = (instances[index], now, Nanoseconds(0))
    if instance.uses > 0 && now - instance.idleSince > plan.thawAfter {
      started += samplers.nanoseconds(plan.thaw, Draw(instance.key &+ Salt.thaw &+ instance.uses &* Key.visitStep))
    }
    instance.uses += 1
    if instance.needsInit {
      elapsed += parts(of: plan.start, plan, instance.key &+ instance.uses &* Key.visitStep).initialization
      instance.needsInit = false
    }
    elapsed += length(ofProgram: plan.program, requests[request].key)
    instances[index] = instance
    requests[request].instance = index
    requests[request].timesOut = elapsed > plan.timeout
    self.plan(.ended(request: request), at: started + min(elapsed, plan.timeout))
  }

  private func length(ofProgram first: UInt32, _ key: UInt64) -> Nanoseconds {
    blueprint.operations[Int(first)...].prefix { $0.kind != .end }.reduce(0) { sum, operation in
      precondition(operation.kind == .compute || operation.kind == .wait, "no \(operation.kind) here")
      return sum + samplers.nanoseconds(operation.sampler, Draw(key &+ operation.salt))
    }
  }

  private mutating func end(_ index: Int) {
    let request = requests[index]
    if request.isMeasured {
      if request.timesOut { functions[request.function].counts.timeouts += 1 } else { functions[request.function].counts.succeeded += 1 }
      if request.isCold { functions[request.function].counts.coldStarts += 1 }
    }
    let plan = blueprint.functions[request.function]
    if request.timesOut && plan.start.initsAfterReset { instances[request.instance].needsInit = true }
    if request.timesOut && !plan.start.initsAfterReset { instances[request.instance].endOfLife = now }
    let isAlive = instances[request.instance].endOfLife > now
    if isAlive && !plan.isPinned && !functions[request.function].waiting.isEmpty {
      instances[request.instance].idleSince = now
      begin(functions[request.function].waiting.removeFirst(), on: request.instance)
    } else {
      fallIdle(request.instance)
    }
  }

  private mutating func start(_ function: Int, for request: Int) {
    let plan = blueprint.functions[function]
    let ordinal = functions[function].created
    let key = Key.mix(plan.key &+ UInt64(ordinal + 1) &* Key.ordinalStep)
    var instance = Instance(function: function, ordinal: ordinal, key: key)
    if let lifetime = plan.maxLifetime { instance.endOfLife = now + samplers.nanoseconds(lifetime, Draw(key &+ Salt.lifetime)) }
    functions[function].created += 1
    functions[function].units += 1
    if plan.isPinned {
      instance.pinned = request
    } else {
      functions[function].waiting.append(request)
      functions[function].starting += 1
    }
    let (before, initialization) = parts(of: plan.start, plan, key)
    instance.needsInit = initialization > plan.start.initLimit
    instances.append(instance)
    self.plan(.started(instance: instances.count - 1), at: now + before + min(initialization, plan.start.initLimit))
  }

  /// Placement and fetch, and what counts as initialisation: runtime, load and the function's own.
  private func parts(of start: StartPlan, _ plan: FunctionPlan, _ key: UInt64) -> (before: Nanoseconds, initialization: Nanoseconds) {
    let placement = samplers.nanoseconds(start.placement, Draw(key &+ Salt.placement))
    if let restore = start.restore { return (placement + samplers.nanoseconds(restore, Draw(key &+ Salt.restore)), 0) }
    var (noise, fetch, uncached) = (Draw(key &+ Salt.noise), Draw(key &+ Salt.fetch), Draw(key &+ Salt.uncached))
    let factor = samplers.value(start.noise, &noise)
    var fetched = samplers.value(start.fetch, &fetch) * factor
    if start.uncachedChance > 0, uncached.uniform() < start.uncachedChance { fetched += samplers.value(start.uncached, &uncached) }
    let runtime = samplers.nanoseconds(start.runtime, Draw(key &+ Salt.runtime))
    let own = length(ofProgram: plan.initProgram, key &+ Salt.functionInit)
    return (placement + Nanoseconds(fetched), runtime + Nanoseconds(start.load * factor) + own)
  }

  private mutating func finishStart(_ index: Int) {
    let (function, pinned) = (instances[index].function, instances[index].pinned)
    instances[index].idleSince = now
    if pinned < 0 { functions[function].starting -= 1 }
    if pinned < 0 && functions[function].waiting.isEmpty { return fallIdle(index) }
    let request = pinned >= 0 ? pinned : functions[function].waiting.removeFirst()
    requests[request].isCold = true
    begin(request, on: index)
  }

  private mutating func fallIdle(_ index: Int) {
    let function = instances[index].function
    functions[function].units -= 1
    if instances[index].endOfLife <= now { return }
    instances[index].idleSince = now
    instances[index].idlePeriods += 1
    let draw = Draw(instances[index].key &+ Salt.keepAlive &+ instances[index].uses &* Key.visitStep)
    let kept = samplers.nanoseconds(blueprint.functions[function].keepAlive, draw)
    functions[function].idle.append(index)
    plan(.expired(instance: index, idlePeriod: instances[index].idlePeriods), at: min(now + kept, instances[index].endOfLife))
  }

  private mutating func expire(_ index: Int, _ period: Int) {
    let function = instances[index].function
    guard instances[index].idlePeriods == period, let place = functions[function].idle.firstIndex(of: index) else { return }
    instances[index].isGone = true
    if blueprint.functions[function].pick != .random { functions[function].idle.remove(at: place) }
  }
}
