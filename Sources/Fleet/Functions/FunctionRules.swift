import Simulation
import Variates

/// What every invocation of a function needs of its plan: one cache line.
struct FunctionRules: BitwiseCopyable {
  let keepAlive: Sampler
  let pick: Pick
  private let traits: Traits
  let places: Int32
  let program: UInt32
  let timeout: Nanoseconds
  let cpuLimit: Nanoseconds
  let thawAfter: Nanoseconds

  private struct Traits: OptionSet, BitwiseCopyable {
    var rawValue: UInt16
    static var folds: Traits { Traits(rawValue: 1) }
    static var pinned: Traits { Traits(rawValue: 2) }
    static var metersCPU: Traits { Traits(rawValue: 4) }
    static var metersInstances: Traits { Traits(rawValue: 8) }
    static var expiresEagerly: Traits { Traits(rawValue: 16) }
    static var reserved: Traits { Traits(rawValue: 32) }
    static var ceiling: Traits { Traits(rawValue: 64) }
    static var limitedAnswer: Traits { Traits(rawValue: 128) }
    static var faults: Traits { Traits(rawValue: 256) }
    static var container: Traits { Traits(rawValue: 512) }
  }

  init(_ plan: FunctionPlan, _ engine: EngineOptions) {
    timeout = plan.timeout
    cpuLimit = plan.cpuLimit
    thawAfter = plan.thawAfter
    keepAlive = plan.keepAlive
    program = plan.program
    places = plan.places
    pick = plan.pick
    var traits: Traits = []
    if plan.folds && engine.folds { traits.insert(.folds) }
    if plan.isPinned { traits.insert(.pinned) }
    if plan.metersCPU { traits.insert(.metersCPU) }
    if plan.metersInstances { traits.insert(.metersInstances) }
    if engine.expiresEagerly || plan.holdsConnections { traits.insert(.expiresEagerly) }
    if plan.reserved >= 0 { traits.insert(.reserved) }
    if plan.ceiling >= 0 { traits.insert(.ceiling) }
    if plan.answerLimit < .max { traits.insert(.limitedAnswer) }
    if !plan.faults.isEmpty { traits.insert(.faults) }
    if plan.launches >= 0 { traits.insert(.container) }
    self.traits = traits
  }

  /// Whether the program is carried out at once.
  var folds: Bool { traits.contains(.folds) }

  /// Whether a request waits for the very instance that was started for it.
  var isPinned: Bool { traits.contains(.pinned) }

  /// Whether computing time, or the time during which an instance has requests, is metered.
  var metersCPU: Bool { traits.contains(.metersCPU) }
  var metersInstances: Bool { traits.contains(.metersInstances) }

  /// Whether the expiry of an idle instance is an event.
  var expiresEagerly: Bool { traits.contains(.expiresEagerly) }

  /// Whether what it returns may be more than it can.
  var checksAnswer: Bool { traits.contains(.limitedAnswer) }

  /// Whether anything goes wrong with it on purpose.
  var hasFaults: Bool { traits.contains(.faults) }

  /// Whether it is a container, to which limits of functions do not apply.
  var isContainer: Bool { traits.contains(.container) }

  /// Whether it has reserved concurrency, and whether it has that or a ceiling.
  var isReserved: Bool { traits.contains(.reserved) }
  var hasOwnConcurrency: Bool { !traits.isDisjoint(with: [.reserved, .ceiling]) }
}

/// The handle by which a function's rules are passed around.
typealias Rules = Fixed<FunctionRules>

/// What every request of a flow needs of its plan: of a source, a warmer or a link.
struct Route: BitwiseCopyable {
  let key: UInt64
  let function: UInt32
  let client: Int32
  let isWarmer: Bool
  let checksSize: Bool
  /// Whether each of its requests is one plain request to the function, which nobody watches over.
  let isPlain: Bool
  /// Whether each of its requests is one item that nobody watches over, for something that only takes it in.
  let isTaken: Bool
  /// For a link: whether its requests carry batches instead of single items.
  let carriesBatches: Bool

  init(_ plan: SourcePlan) {
    key = plan.key
    function = plan.function
    client = plan.client
    isWarmer = plan.isWarmer
    checksSize = plan.payloadLimit < .max
    isPlain = plan.client < 0 && plan.target == nil
    isTaken =
      plan.client < 0 && plan.target?.kind.onlyTakes == true && plan.kind != .users && (!plan.hasHandover || plan.isFollowed)
    carriesBatches = false
  }

  init(_ link: LinkPlan) {
    key = 0
    function = link.function
    client = -1
    isWarmer = false
    checksSize = false
    isPlain = false
    isTaken = false
    carriesBatches = link.carriesBatches
  }
}
