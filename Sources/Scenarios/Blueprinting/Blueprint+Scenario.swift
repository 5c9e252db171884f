public import Fleet
internal import Simulation
internal import Variates

extension Blueprint {
  /// The blueprint of a checked scenario: names become indices, distributions samplers, steps operations.
  ///
  /// - Parameters:
  ///   - scenario: without mistakes, as reading leaves it.
  ///   - replication: the number of the replication, from 0; each has draws of its own.
  ///   - seriesEvery: the length of the time series' intervals in nanoseconds; 0 for none.
  ///   - engine: how the engine goes about it; the results are the same.
  /// - Complexity: O(size of the scenario and its traces).
  public init(_ scenario: Scenario, replication: Int = 0, seriesEvery: Int64 = 0, engine: EngineOptions = EngineOptions()) {
    let run = scenario.run
    self.init(measureFrom: run.warmUp, arrivalsEnd: run.duration, end: run.duration + (run.drain ?? 0))
    self.engine = engine
    self.seriesEvery = seriesEvery
    let seed = Key.mix(Key.mix(UInt64(bitPattern: run.seed)) &+ UInt64(replication) &* Key.ordinalStep)
    var compiler = BlueprintCompiler(scenario: scenario, seed: seed, reach: Reach(scenario), blueprint: self)
    compiler.compile()
    self = compiler.blueprint
  }
}

/// Fills a blueprint from a scenario, section by section.
struct BlueprintCompiler {
  let scenario: Scenario
  /// The seed of the replication, from which every name's key derives.
  let seed: UInt64
  /// Which functions hand items on.
  let reach: Reach
  var blueprint: Blueprint
  /// The numbers of the kinds of items, by name.
  var kinds: [String: UInt32] = [:]
  /// The places of the functions, by name.
  private(set) var functionNumbers: [String: UInt32] = [:]
  /// The SDKs of functions' clients, by function and client.
  var sdks: [String: Int32] = [:]
  /// How many breakers each instance of a function has.
  var instanceBreakers: [String: UInt32] = [:]
  /// Which functions get links in place of payloads.
  private(set) lazy var claims = Claims(scenario)
  /// The largest size that an item may have, in bytes.
  private(set) var largestItem = 0.0

  mutating func compile() {
    for (index, function) in scenario.functions.enumerated() where functionNumbers[function.name] == nil {
      functionNumbers[function.name] = UInt32(index)
    }
    largestItem = scenario.largestItemSize
    // Kinds are numbered in the order of the file, over all sources.
    for source in scenario.traffic {
      for share in source.kinds { _ = number(ofKind: share.kind) }
    }
    compileAccount()
    compileLaunches()
    for service in scenario.services { compile(service) }
    for queue in scenario.queues { compile(queue) }
    for (index, function) in scenario.functions.enumerated() {
      compile(function)
      compileMappings(of: function, index)
    }
    compileStreams()
    compileEvents()
    compileDoors()
    compileBrokers()
    compileWorkflows()
    for source in scenario.traffic { compile(source) }
    blueprint.trafficCount = blueprint.sources.count
    for (index, schedule) in scenario.schedules.enumerated() { compile(schedule, at: index) }
    blueprint.scheduleCount = scenario.schedules.count
    for (index, function) in scenario.functions.enumerated() {
      if let warmer = function.warmer { compile(warmer, of: function, UInt32(index)) }
    }
    compileInitialMessages()
    compileInitialRecords()
    compileInputs()
  }

  /// The number from which the draws of a named thing derive.
  func key(of name: String) -> UInt64 { Key.mix(seed &+ Key.hash(name)) }

  /// What all functions share.
  ///
  /// - Source: AWS Lambda Developer Guide, Configuring reserved concurrency: reservations are taken from the account's pool whether they
  ///   are used or not.
  private mutating func compileAccount() {
    let rule = scenario.platform.concurrency
    let total = scenario.account.concurrency ?? rule.account
    let reserved = scenario.functions.reduce(0) { $0 + ($1.reservedConcurrency ?? 0) }
    blueprint.account.sharedConcurrency = total.map { Int64(max(0, $0 - scenario.account.usedElsewhere - reserved)) }
    if let perUnit = rule.requestsPerUnit {
      blueprint.account.requestsPerUnit = Int64(perUnit)
      if let total, total > 0 {
        blueprint.account.requestRate = .perSecond(Int64(total) * Int64(perUnit))
      }
    }
    switch scenario.platform.scaling {
    case .perFunction(let bucket): blueprint.account.functionScaling = bucket.tokens
    case .perAccount(let bucket): blueprint.account.accountScaling = bucket.tokens
    case .unlimited: break
    }
  }
}

extension ScalingRule.TokenBucket {
  /// The engine's bucket of the rule.
  fileprivate var tokens: Simulation.TokenBucket {
    Simulation.TokenBucket(capacity: Int64(burst), refill: Int64(refill), every: every, inSteps: manner == .stepwise)
  }
}
