import Simulation
import Variates

/// What every invocation of a function needs of its plan, close together in memory.
struct FunctionRules: BitwiseCopyable {
  let timeout: Nanoseconds
  let cpuLimit: Nanoseconds
  let thawAfter: Nanoseconds
  let keepAlive: Sampler
  let program: UInt32
  let places: Int32
  let reserved: Int32
  let ceiling: Int32
  let pick: Pick
  /// Whether the program is carried out at once.
  let folds: Bool
  let isPinned: Bool
  /// Whether the first invocation on an instance differs from later ones.
  let hasFirstUse: Bool
  let metersCPU: Bool
  let metersInstances: Bool
  let expiresEagerly: Bool

  init(_ plan: FunctionPlan, _ engine: EngineOptions) {
    timeout = plan.timeout
    cpuLimit = plan.cpuLimit
    thawAfter = plan.thawAfter
    keepAlive = plan.keepAlive
    program = plan.program
    places = plan.places
    reserved = plan.reserved
    ceiling = plan.ceiling
    pick = plan.pick
    folds = plan.folds && engine.folds
    isPinned = plan.isPinned
    hasFirstUse = plan.firstUse != nil
    metersCPU = plan.metersCPU
    metersInstances = plan.metersInstances
    expiresEagerly = engine.expiresEagerly
  }

  var isReserved: Bool { @inline(__always) get { reserved >= 0 } }
}

/// What every request of a flow needs of its plan: of a source, a warmer or a link.
struct Route: BitwiseCopyable {
  let key: UInt64
  let function: UInt32
  let client: Int32
  let isWarmer: Bool
  let checksSize: Bool
  /// Whether each of its requests is one plain request to the function, which nobody watches over.
  let isPlain: Bool
  /// For a link: whether its requests carry batches instead of single items.
  let carriesBatches: Bool

  init(_ plan: SourcePlan) {
    key = plan.key
    function = plan.function
    client = plan.client
    isWarmer = plan.isWarmer
    checksSize = plan.payloadLimit < .max
    isPlain = plan.client < 0 && plan.target == nil
    carriesBatches = false
  }

  init(_ link: LinkPlan) {
    key = 0
    function = link.function
    client = -1
    isWarmer = false
    checksSize = false
    isPlain = false
    carriesBatches = link.carriesBatches
  }
}
