public import Variates

/// The constants of a platform at one epoch, a scenario's overrides folded in.
///
/// Times are nanoseconds, sizes bytes, probabilities from 0 to 1.
public struct PlatformProfile: Equatable, Sendable {
  /// The profile's name, such as `aws-lambda`.
  public var name: String
  /// What it is and of when.
  public var label: String
  /// Of when its constants are, as an ISO-8601 date.
  public var asOf: String
  /// The price book that goes with it.
  public var priceBook: String
  /// The architectures that functions may have.
  public var architectures: [Architecture]
  /// Which memory sizes a function may have.
  public var memory: MemoryRule
  /// How memory gives processor time.
  public var cpu: CPURule
  /// The processor time that one request may use, nanoseconds; nil: as much as it likes.
  public var cpuLimit: Int64?
  /// Default and longest function timeout.
  public var timeout: TimeoutRule
  /// Requests that one instance serves at a time, at least 1.
  public var requestsPerInstance: Int
  /// For how long an idle instance lives, nanoseconds.
  public var keepAlive: Distribution
  /// For how long an instance lives at most, nanoseconds; nil: for ever.
  public var maxLifetime: Distribution?
  /// Which idle instance takes a request.
  public var pick: Pick
  /// Whether a starting instance belongs to the request that caused it.
  public var binding: Binding
  /// The parts of a cold start.
  public var coldStart: ColdStartRule
  /// What the first use after a while costs.
  public var thaw: ThawRule?
  /// Start from a snapshot, where the platform has it.
  public var snapStart: SnapStartRule?
  /// Provisioned concurrency, where the platform has it.
  public var provisioned: ProvisionedRule?
  /// Concurrency limits.
  public var concurrency: ConcurrencyRule
  /// How fast instances may be added.
  public var scaling: ScalingRule
  /// What happens to a request that finds no instance and may not start one.
  public var atLimit: AtLimitRule
  /// The largest artifacts.
  public var artifact: ArtifactRule
  /// The largest payloads.
  public var payload: PayloadRule
  /// Temporary disks.
  public var ephemeralStorage: StorageRule
  /// How SDKs call the platform's own services, where the platform has any.
  public var sdk: SDKRules?
  /// Asynchronous invocations, where the platform has them.
  public var async: AsyncRules?
  /// How long the platform's own calls take, where functions call each other and its services.
  public var hops: HopRules?
  /// How durations are billed.
  public var billing: BillingRule
  /// Ways in from outside, where the platform has them.
  public var doors: DoorRules? = nil
  /// Queues, where the platform has them.
  public var queues: QueueRules? = nil
  /// Streams, where the platform has them.
  public var streams: StreamRules? = nil
  /// Topics, buses, notifications and schedules, where the platform has them.
  public var delivery: DeliveryRules? = nil
  /// Buckets, where the platform has them.
  public var buckets: BucketRules? = nil
  /// Workflows; nil: not offered.
  public var workflows: WorkflowRules? = nil
  /// Containers, where the platform has them.
  public var containers: ContainerRules? = nil
}

/// Which memory sizes a function may have, bytes.
public struct MemoryRule: Equatable, Sendable {
  /// The size of a function that names none.
  public var standard: Int64
  /// The smallest.
  public var minimum: Int64
  /// The largest.
  public var maximum: Int64
  /// Sizes are multiples of it.
  public var step: Int64
}

/// How memory gives processor time.
public struct CPURule: Equatable, Sendable {
  /// The memory at which a function has one processor, bytes; nil: processor time does not depend on memory.
  public var memoryPerVCPU: Int64?
  /// Processors at most.
  public var maximumVCPUs: Double
  /// The period over which a share below 1 is enforced, nanoseconds; a thread runs for its quota and then pauses until the period's end.
  public var quotaPeriod: Int64
}

/// Function timeouts, nanoseconds.
public struct TimeoutRule: Equatable, Sendable {
  /// That of a function that names none.
  public var standard: Int64
  /// The longest.
  public var maximum: Int64
}

/// What the first use of an instance after a while costs.
public struct ThawRule: Equatable, Sendable {
  /// After how long a time idle, nanoseconds.
  public var after: Int64
  /// How long it takes, nanoseconds.
  public var time: Distribution
}

/// Start from a snapshot.
public struct SnapStartRule: Equatable, Sendable {
  /// The duration of a restore, nanoseconds.
  public var restore: Distribution
  /// The runtimes that have it.
  public var runtimes: [String]
  /// The largest temporary disk with it, bytes.
  public var maximumEphemeralStorage: Int64
  /// For how long at least the snapshot is billed, nanoseconds.
  public var billedAtLeast: Int64
  /// The runtimes for which it costs nothing.
  public var free: [String]
}

/// Provisioned concurrency.
public struct ProvisionedRule: Equatable, Sendable {
  /// How long after a change allocation starts, nanoseconds.
  public var delay: Distribution
  /// Instances allocated per minute, at least 1.
  public var perMinute: Int
  /// For how long the utilization must be above its target before instances are added, nanoseconds.
  public var scaleOutAfter: Int64
  /// For how long the utilization must be below its target before instances are removed, nanoseconds.
  public var scaleInAfter: Int64
  /// The time for which it is kept is billed in multiples of it, rounded up, nanoseconds.
  public var billedPer: Int64
}

/// Concurrency limits.
public struct ConcurrencyRule: Equatable, Sendable {
  /// The account's concurrency by default, concurrency units; nil: unlimited.
  public var account: Int?
  /// How much of it can't be reserved.
  public var unreservedFloor: Int
  /// Requests per second for each unit of concurrency; nil: unlimited.
  public var requestsPerUnit: Int?
  /// Instances of one function at most; nil: unlimited.
  public var perFunction: Int?
}

/// How fast instances may be added: a token bucket, or no limit.
public enum ScalingRule: Equatable, Sendable {
  /// A bucket for every function.
  case perFunction(TokenBucket)
  /// One bucket for the account.
  case perAccount(TokenBucket)
  /// No limit.
  case unlimited

  /// A bucket of tokens.
  public struct TokenBucket: Equatable, Sendable {
    /// Tokens that it holds at most and at the start.
    public var burst: Int
    /// Tokens added in every period.
    public var refill: Int
    /// The period, nanoseconds.
    public var every: Int64
    /// Whether the tokens come one by one over the period, or all at its end.
    public var manner: Manner

    /// How tokens come.
    public enum Manner: String, Equatable, Sendable, CaseIterable {
      /// One by one over the period.
      case continuous
      /// All at the period's end.
      case stepwise
    }
  }
}

/// What happens to a request that finds no instance and may not start one.
public enum AtLimitRule: Equatable, Sendable {
  /// It is refused.
  case throttle
  /// It waits up to a time (nanoseconds), then it is refused.
  case queue(upTo: Int64)
}

/// The largest artifacts, unpacked, bytes; nil: the package is not offered.
public struct ArtifactRule: Equatable, Sendable {
  /// The largest zip artifact.
  public var zip: Int64?
  /// The largest image.
  public var image: Int64?

  /// The largest of a package; nil: not offered.
  public func limit(_ package: Package) -> Int64? {
    switch package {
    case .zip: zip
    case .image: image
    }
  }
}

/// The largest payloads, bytes; nil: unlimited.
public struct PayloadRule: Equatable, Sendable {
  /// Of the request of a synchronous call.
  public var request: Int64?
  /// Of the answer of a synchronous call.
  public var response: Int64?
  /// Of an asynchronous call.
  public var event: Int64?
}

/// Temporary disks, bytes.
public struct StorageRule: Equatable, Sendable {
  /// The smallest, which costs nothing.
  public var minimum: Int64
  /// The largest.
  public var maximum: Int64
}

/// How durations are billed.
public struct BillingRule: Equatable, Sendable {
  /// Which time of an invocation is billed.
  public var basis: Basis
  /// Durations are rounded up to a multiple of it, nanoseconds.
  public var unit: Int64
  /// At least so long is billed, nanoseconds.
  public var minimum: Int64
  /// Memory is billed in multiples of it, rounded up, bytes.
  public var memoryStep: Int64

  /// Which time of an invocation is billed.
  public enum Basis: String, Equatable, Sendable, CaseIterable {
    /// From its start to its end.
    case duration
    /// The time for which an instance is busy, however many requests it serves at a time.
    case instanceTime
    /// The processor time.
    case cpuTime
  }
}
