import Simulation
import Variates

@testable import Fleet

/// Makes small fleets at random: tight limits so that requests are refused, short lives so that instances expire, and in a third of them
/// nothing but multiples of 100 ms, so that much happens at one instant.
struct RandomFleet {
  var draw: Draw
  var blueprint: Blueprint
  /// Whether all times are multiples of 100 ms.
  let isGridded: Bool
  let seconds: Int64

  /// A fleet of functions that compute and wait, and of sources that wait for nothing: what ``NaiveFleet`` knows.
  static func plain(_ seed: Int) -> Blueprint {
    var fleet = RandomFleet(seed)
    fleet.addFunctions(1...5)
    fleet.addSources(1...5)
    return fleet.blueprint
  }

  init(_ seed: Int) {
    draw = Draw(case: seed)
    isGridded = draw.chance(0.35)
    seconds = draw.number(in: 5...40)
    let warmUp = draw.one(of: [0, 0, 1, 3]) * Nanoseconds.second
    let end = (seconds + draw.one(of: [0, 0, 2, 60])) * .second
    blueprint = Blueprint(measureFrom: warmUp, arrivalsEnd: seconds * .second, end: end)
    setAccount()
  }

  // MARK: Values

  /// A time of about some milliseconds.
  mutating func time(_ milliseconds: Int64) -> Nanoseconds {
    let exact = draw.number(in: 0...2 * milliseconds) * .millisecond
    return isGridded ? exact / (100 * .millisecond) * (100 * .millisecond) : exact + draw.number(in: 0...999_999)
  }

  /// A constant or a distribution with a mean of about some milliseconds.
  mutating func sampler(_ milliseconds: Int64) -> Sampler {
    let mean = Double(max(time(milliseconds), 1_000_000))
    if isGridded || draw.chance(0.3) { return Sampler(constant: isGridded ? Double(time(milliseconds)) : mean) }
    switch draw.below(4) {
    case 0: return blueprint.samplers.add(.exponential(mean: mean))
    case 1: return blueprint.samplers.add(.uniform(low: 0, high: 2 * mean))
    case 2: return blueprint.samplers.add(.gamma(shape: 0.7, scale: mean / 0.7))
    default: return blueprint.samplers.add(.lognormal(mu: Elementary.log(mean), sigma: 1))
    }
  }

  mutating func key() -> UInt64 { draw.next() }

  // MARK: Parts

  private mutating func setAccount() {
    if draw.chance(0.6) { blueprint.account.sharedConcurrency = draw.number(in: 0...10) }
    if draw.chance(0.2) { blueprint.account.requestRate = bucket(40) }
    if draw.chance(0.4) { blueprint.account.requestsPerUnit = draw.number(in: 1...6) }
    if draw.chance(0.4) { blueprint.account.functionScaling = bucket(3) }
    if draw.chance(0.15) { blueprint.account.accountScaling = bucket(4) }
  }

  private mutating func bucket(_ most: Int64) -> TokenBucket {
    let period: Nanoseconds = draw.one(of: [.second, 10 * .second, 300 * .millisecond])
    return TokenBucket(
      capacity: draw.number(in: 1...most), refill: draw.number(in: 1...most), every: period, inSteps: draw.chance(0.5))
  }

  mutating func addFunctions(_ count: ClosedRange<Int64>) {
    for _ in 0..<draw.number(in: count) {
      let program = addPlainProgram(150)
      let initProgram = addPlainProgram(100)
      addFunction(program: program, initProgram: initProgram)
    }
  }

  /// Computing and waiting, or nothing at all.
  mutating func addPlainProgram(_ milliseconds: Int64) -> UInt32 {
    let first = UInt32(blueprint.operations.count)
    for _ in 0..<draw.number(in: 0...3) {
      var operation = Operation(draw.chance(0.7) ? .compute : .wait)
      operation.sampler = sampler(milliseconds)
      operation.salt = key()
      blueprint.operations.append(operation)
    }
    blueprint.operations.append(Operation(.end))
    return first
  }

  mutating func addFunction(program: UInt32, initProgram: UInt32) {
    var start = StartPlan(placement: sampler(50), fetch: sampler(100), runtime: sampler(100))
    if draw.chance(0.2) { (start.uncachedChance, start.uncached) = (0.5, sampler(400)) }
    if draw.chance(0.5) { start.load = Double(time(80)) }
    if !isGridded && draw.chance(0.3) { start.noise = blueprint.samplers.add(.lognormal(mu: 0, sigma: 0.4)) }
    if draw.chance(0.15) { start.restore = sampler(100) }
    if draw.chance(0.3) { start.initLimit = time(200) }
    start.initsAfterReset = draw.chance(0.7)
    let timeout = max(100 * .millisecond, time(draw.one(of: [150, 500, 5000])))
    var plan = FunctionPlan(
      key: key(), program: program, initProgram: initProgram, timeout: timeout, keepAlive: sampler(draw.one(of: [100, 1000, 20_000])),
      start: start)
    plan.pick = draw.one(of: [.mostRecent, .leastRecent, .newest, .oldest, .random])
    plan.isPinned = draw.chance(0.25)
    if draw.chance(0.3) { plan.maxLifetime = sampler(3000) }
    if draw.chance(0.3) { (plan.thawAfter, plan.thaw) = (time(500), sampler(100)) }
    if draw.chance(0.35) { plan.reserved = Int32(draw.number(in: 0...4)) }
    if draw.chance(0.2) { plan.ceiling = Int32(draw.number(in: 1...4)) }
    blueprint.functions.append(plan)
    blueprint.functionNames.append("f\(blueprint.functions.count)")
  }

  mutating func addSources(_ count: ClosedRange<Int64>) {
    for _ in 0..<draw.number(in: count) { addSource() }
  }

  /// Listed times with bursts, periodic arrivals, or a constant rate.
  mutating func addSource() {
    let kind: SourcePlan.Kind = isGridded ? draw.one(of: [.times, .periodic]) : draw.one(of: [.times, .periodic, .curve, .curve])
    var source = SourcePlan(kind: kind, function: UInt32(draw.below(UInt64(blueprint.functions.count))), key: key())
    switch kind {
    case .times:
      let times = (0..<draw.number(in: 0...200)).flatMap { _ in
        [Nanoseconds](repeating: time(seconds * 500), count: draw.chance(0.2) ? Int(draw.number(in: 2...6)) : 1)
      }
      (source.first, source.count) = (UInt32(blueprint.times.count), UInt32(times.count))
      blueprint.times += times.sorted()
    case .periodic:
      source.period = max(100 * .millisecond, time(500))
      source.batch = UInt32(draw.number(in: 1...3))
    default:
      source.process = draw.one(of: [.poisson, .poisson, .uniform])
      let rate = draw.one(of: [0.5, 3, 12]) / 1e9
      (source.first, source.count) = (UInt32(blueprint.segments.count), 1)
      blueprint.segments.append(RateSegment(length: 1e9, from: rate, to: rate))
    }
    blueprint.sources.append(source)
    blueprint.trafficCount = blueprint.sources.count
  }
}
