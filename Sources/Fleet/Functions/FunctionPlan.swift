public import Simulation
public import Variates

/// Which of several idle instances takes a request.
public enum Pick: UInt8, Sendable, BitwiseCopyable {
  /// The one that was used last.
  case mostRecent
  /// The one that was used longest ago.
  case leastRecent
  /// The one that started last.
  case newest
  /// The one that started first.
  case oldest
  /// Any, with equal chances.
  case random
}

/// What a function is to the simulation: flat and complete, times in nanoseconds.
public struct FunctionPlan: Sendable, BitwiseCopyable {
  /// The number from which the function's own draws derive: a hash of its name and the seed.
  public var key: UInt64
  /// The place of its program among the operations.
  public var program: UInt32
  /// The place of its own initialisation among the operations.
  public var initProgram: UInt32
  /// Whether the program may be carried out at once when an invocation starts, since nothing in it meets the rest of the fleet.
  public var folds = true
  /// The place of the end of its steps for each item, among the operations.
  public var itemsEnd: UInt32 = 0
  /// Whether its program may wait for others, so that its timeout is an event.
  public var waits = false
  /// Whether an invocation may hand on to another one what it has no time for.
  public var continues = false
  /// The lane of ``timeout``; -1 where it has none.
  public var timeoutLane: Int32 = -1
  /// How many slots its `once` steps use.
  public var onceSlots: Int32 = 0

  /// The time after which an invocation is ended.
  public var timeout: Nanoseconds
  /// The CPU time after which a request fails; `never` where there is no limit.
  public var cpuLimit = Nanoseconds.never
  /// How many requests an instance takes at a time.
  public var places: Int32 = 1
  /// Which idle instance takes a request.
  public var pick = Pick.mostRecent
  /// Whether a request waits for the very instance that was started for it.
  public var isPinned = false
  /// How long an idle instance is kept.
  public var keepAlive: Sampler
  /// How long an instance lives in all, if limited.
  public var maxLifetime: Sampler?
  /// What replaces cold start and steps on a new instance.
  public var firstUse: Sampler?
  /// Freezing: an instance idle for longer than `thawAfter` takes `thaw` to wake.
  public var thawAfter = Nanoseconds.never
  /// See ``thawAfter``.
  public var thaw = Sampler(constant: 0)
  /// What the first invocation on a new instance takes on top, inside its duration.
  public var firstWork: Nanoseconds = 0
  /// How an instance starts.
  public var start: StartPlan

  /// The concurrency that is reserved for it; -1 where none is.
  public var reserved: Int32 = -1
  /// Its own limit of concurrency beside the account's; -1 where there is none.
  public var ceiling: Int32 = -1
  /// How long a request that meets a limit is queued; -1 where it is refused at once.
  public var queueLimit: Nanoseconds = -1
  /// The lane of ``queueLimit``.
  public var queueLane: Int32 = -1
  /// How many invocations a chain may have before this function is refused as part of a loop; 0 where any number.
  ///
  /// - Source: AWS Lambda Developer Guide, Recursive loop detection: approximately 16 invocations in one chain of requests.
  public var recursionLimit: UInt8 = 0
  /// The largest request that comes as an item and not in a batch, in bytes.
  public var requestLimit = Int64.max
  /// The size of what it returns, and the largest that it can return without failing, in bytes.
  public var answer = Sampler(constant: 0)
  /// See ``answer``.
  public var answerLimit = Int64.max
  /// The rounding of a billed duration: its unit and the least, in nanoseconds.
  public var billingUnit: Nanoseconds = .millisecond
  /// See ``billingUnit``.
  public var billingMinimum: Nanoseconds = .millisecond
  /// Whether the initialisation is billed with the first invocation.
  public var billsInit = false
  /// Whether its instances hold connections to services until they end, so that their end is an event.
  public var holdsConnections = false
  /// For a container: which of the account's buckets of launches it takes from; -1 for a function.
  public var launches: Int32 = -1
  /// Whether fetching is billed with the initialisation.
  public var billsFetch = false
  /// What goes wrong with it on purpose.
  public var faults = FaultRange.none
  /// Whether computing time is metered.
  public var metersCPU = false
  /// Whether the time during which an instance has requests is metered instead of each request's.
  public var metersInstances = false

  /// A plan of which the rest is set by name.
  public init(key: UInt64, program: UInt32, initProgram: UInt32, timeout: Nanoseconds, keepAlive: Sampler, start: StartPlan) {
    self.key = key
    self.program = program
    self.initProgram = initProgram
    self.timeout = timeout
    self.keepAlive = keepAlive
    self.start = start
  }
}

/// How an instance starts: placement, fetch, runtime, load and the function's own initialisation, times in nanoseconds.
public struct StartPlan: Sendable, BitwiseCopyable {
  /// Finding a place and starting the sandbox.
  public var placement: Sampler
  /// Fetching and unpacking the artifact, before noise.
  public var fetch: Sampler
  /// The chance that an image is not cached, and what that adds.
  public var uncachedChance = 0.0
  /// See ``uncachedChance``.
  public var uncached = Sampler(constant: 0)
  /// Starting the runtime.
  public var runtime: Sampler
  /// Loading the imported code, before noise.
  public var load = 0.0
  /// The factor that fetch and load have in common; its median is 1.
  public var noise = Sampler(constant: 1)
  /// Restoring a snapshot, in place of fetch, runtime, load and initialisation.
  public var restore: Sampler?
  /// How long runtime, load and initialisation may take together; `never` where there is no limit.
  public var initLimit = Nanoseconds.never
  /// Whether a timed-out instance initialises again inside its next invocation.
  public var initsAfterReset = true

  /// A start of which the rest is set by name.
  public init(placement: Sampler, fetch: Sampler, runtime: Sampler) {
    self.placement = placement
    self.fetch = fetch
    self.runtime = runtime
  }
}
