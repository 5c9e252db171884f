import Simulation
import Statistics

/// What changes about one function with nearly every request: one cache line.
struct FunctionState: BitwiseCopyable {
  /// Units of concurrency that are held: instances that have requests or are starting.
  var units = LevelIntegral()

  /// Requests that came in the measured window.
  var offered: Int64 = 0

  /// Instances on demand that have a free place.
  var pool = InstancePool()

  /// How many requests wait for an instance.
  var waiting: Int32 = 0

  /// Whether requests meet limits of the function's own, or provisioned instances, before instances on demand.
  var hasOwnLimits = false
}

/// What only few events need of a function.
struct FunctionDetail: BitwiseCopyable {
  /// The concurrency that is reserved for it, and its own limit beside the account's; -1 where there is none.
  let reserved: Int32
  let ceiling: Int32

  /// For a container the place of its bucket of launches; -1 for a function.
  let launches: Int32

  /// Requests that wait for an instance, first come first.
  var firstWaiting = Invocation.none
  var lastWaiting = Invocation.none
  /// Starts on their way that any waiting request may take.
  var openStarts: Int32 = 0

  /// How many instances have been asked for: the next one's ordinal.
  var created: UInt32 = 0
  /// Instances that are counted as alive, their greatest number, and the time that those of the past lived in the window.
  var alive: Int64 = 0
  var mostAlive: Int64 = 0
  var lived: Int128 = 0

  /// Provisioned instances: those with a free place, and how many are wanted, alive or being allocated, and busy.
  var provisionedPool = InstancePool()
  var provisioned = LevelIntegral()
  var provisionedAlive: Int64 = 0
  var provisionedBusy: Int64 = 0
  var provisionedMostBusy: Int64 = 0

  /// Requests per second of reserved and of provisioned concurrency, and starts.
  var requestRate: TokenBucket?
  var provisionedRate: TokenBucket?
  var scaling: TokenBucket?

  /// The next function in the line of those that wait for the account's concurrency.
  var nextStarved = Invocation.none
  var isStarved = false

  init(_ plan: FunctionPlan, _ account: AccountPlan) {
    reserved = plan.reserved
    ceiling = plan.ceiling
    launches = plan.launches
    scaling = account.functionScaling
    if plan.reserved > 0, plan.launches < 0, let perUnit = account.requestsPerUnit {
      requestRate = .perSecond(perUnit * Int64(plan.reserved))
    }
  }
}
