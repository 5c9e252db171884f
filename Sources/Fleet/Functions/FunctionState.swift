import Simulation
import Statistics

/// What changes about one function during a run.
struct FunctionState: BitwiseCopyable {
  /// Requests that came in the measured window.
  var offered: Int64 = 0

  /// Instances with a free place; provisioned ones have a pool of their own.
  var pool = InstancePool()
  var provisionedPool = InstancePool()

  /// Units of concurrency that are held: instances that have requests or are starting.
  var units = LevelIntegral()
  /// Of these, on demand.
  var onDemandUnits: Int32 = 0

  /// Requests that wait for an instance, first come first.
  var firstWaiting = Invocation.none
  var lastWaiting = Invocation.none
  var waiting: Int32 = 0
  /// Starts on their way that any waiting request may take.
  var openStarts: Int32 = 0

  /// How many instances have been asked for: the next one's ordinal.
  var created: UInt32 = 0
  /// Instances that are counted as alive, their greatest number, and the time that those of the past lived in the window.
  var alive: Int64 = 0
  var mostAlive: Int64 = 0
  var lived: Int128 = 0

  /// Provisioned instances: wanted, and alive or being allocated.
  var provisioned = LevelIntegral()
  var provisionedAlive: Int64 = 0
  var provisionedBusy: Int64 = 0
  var provisionedMostBusy: Int64 = 0

  /// Whether requests meet limits of the function's own, or provisioned instances, before instances on demand.
  var hasOwnLimits = false

  /// Requests per second of reserved and of provisioned concurrency, and starts.
  var requestRate: TokenBucket?
  var provisionedRate: TokenBucket?
  var scaling: TokenBucket?

  /// The next function in the line of those that wait for the account's concurrency.
  var nextStarved = Invocation.none
  var isStarved = false

  @inline(__always)
  mutating func takeUnit(at now: Nanoseconds) {
    onDemandUnits &+= 1
    units.add(1, at: now)
  }

  @inline(__always)
  mutating func releaseUnit(at now: Nanoseconds) {
    onDemandUnits &-= 1
    units.add(-1, at: now)
  }
}
