public import Variates

/// One function: its settings on the platform and what one invocation of it does.
public struct FunctionSpec: Equatable, Sendable {
  /// The function's name, unique over all sections.
  public var name: String
  /// A free text beside the name, if given.
  public var label: String?
  /// The runtime, one of the profile's; nil only where the profile has no cold-start tables.
  public var runtime: String?
  /// The processor's architecture.
  public var architecture: Architecture
  /// Configured memory, bytes, in the profile's range and step.
  public var memory: Int64
  /// The longest that one invocation may take, nanoseconds, above 0, at most the profile's maximum.
  public var timeout: Int64
  /// What is fetched and loaded at a cold start.
  public var artifact: Artifact
  /// The function's own work at a cold start; computes and waits only.
  public var initSteps: [Step]
  /// Concurrency set aside for this function, floor and ceiling; 0 throttles everything; nil: it shares the account's.
  public var reservedConcurrency: Int?
  /// Instances that are kept initialised, if any.
  public var provisionedConcurrency: ProvisionedConcurrency?
  /// The duration of a restore, nanoseconds, if instances start from a snapshot; nil: they start cold.
  public var snapStart: Distribution?
  /// For how long an idle instance lives, nanoseconds.
  public var keepAlive: Distribution
  /// For how long an instance lives at most, nanoseconds; nil: for ever.
  public var maxLifetime: Distribution?
  /// Which idle instance takes a request.
  public var pick: Pick
  /// Whether a starting instance belongs to the request that caused it.
  public var binding: Binding
  /// Replaces cold start and steps on a new instance, nanoseconds; for comparison with models that think so.
  public var firstUse: Distribution?
  /// Scheduled pings that keep instances alive, if any.
  public var warmer: Warmer?
  /// Temporary disk, bytes.
  public var ephemeralStorage: Int64
  /// Log output of one invocation, bytes.
  public var logs: Int64
  /// What one invocation sends to the Internet, bytes.
  public var egress: Int64 = 0
  /// The private network that it is in.
  public var vpc: VPC = .none
  /// What workflows get from it, if it says so.
  public var returns: ResultSpec?
  /// The size of what it returns, bytes.
  public var answer: Distribution = .constant(0)
  /// Whether it can't work on a part of a payload.
  public var needsWhole = false
  /// How its SDK calls the platform's own services and other functions; nil where the platform says nothing about SDKs.
  public var sdk: SDKSpec? = nil
  /// What becomes of its asynchronous invocations; nil where the platform has none.
  public var async: AsyncSpec? = nil
  /// What it is beyond a function; nil: it is a function.
  public var container: ContainerSpec? = nil
  /// What drives it, in the order of the file.
  public var triggers: [NamedTrigger] = []
  /// What an invocation does, in order.
  public var steps: [Step]
  /// What an invocation then does for each of its items, if anything.
  public var perItem: PerItem?

  /// A function from its parts.
  public init(
    name: String, label: String? = nil, runtime: String?, architecture: Architecture = .x86, memory: Int64, timeout: Int64,
    artifact: Artifact, initSteps: [Step] = [], reservedConcurrency: Int? = nil, provisionedConcurrency: ProvisionedConcurrency? = nil,
    snapStart: Distribution? = nil, keepAlive: Distribution, maxLifetime: Distribution? = nil, pick: Pick = .mostRecent,
    binding: Binding = .late, firstUse: Distribution? = nil, warmer: Warmer? = nil, ephemeralStorage: Int64 = 512 << 20, logs: Int64 = 0,
    steps: [Step] = [], perItem: PerItem? = nil
  ) {
    self.name = name
    self.label = label
    self.runtime = runtime
    self.architecture = architecture
    self.memory = memory
    self.timeout = timeout
    self.artifact = artifact
    self.initSteps = initSteps
    self.reservedConcurrency = reservedConcurrency
    self.provisionedConcurrency = provisionedConcurrency
    self.snapStart = snapStart
    self.keepAlive = keepAlive
    self.maxLifetime = maxLifetime
    self.pick = pick
    self.binding = binding
    self.firstUse = firstUse
    self.warmer = warmer
    self.ephemeralStorage = ephemeralStorage
    self.logs = logs
    self.steps = steps
    self.perItem = perItem
  }
}
