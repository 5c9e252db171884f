public import Variates

/// The parts of a cold start: placement, fetch, runtime start, load; nanoseconds.
public struct ColdStartRule: Equatable, Sendable {
  /// Finding a place and starting the sandbox.
  public var placement: Distribution
  /// Fetching a zip artifact: nanoseconds per stored MB and per unpacked MB.
  public var zipFetch: ZipFetch
  /// Fetching a container image.
  public var imageFetch: ImageFetch
  /// The spread of the common lognormal factor of fetch and load (sigma of the logarithm), at least 0.
  public var transferSigma: Double
  /// The runtimes and how long each takes to start; empty: the platform has no cold-start tables.
  public var runtimes: [RuntimeRule]
  /// How long an init may take before it is broken off, nanoseconds; nil: no limit.
  public var initLimit: Int64?
  /// How long an init of a provisioned or snapshot instance may take, nanoseconds; nil: no limit.
  public var initLimitAhead: Int64?
  /// What an instance does after it was reset by a timeout.
  public var afterReset: AfterReset
  /// Whose init is billed.
  public var billed: InitBilling

  /// Fetching and unpacking a zip artifact, nanoseconds per MB (1,048,576 bytes).
  public struct ZipFetch: Equatable, Sendable {
    /// Per MB as stored.
    public var perPackedMB: Double
    /// Per MB once unpacked.
    public var perUnpackedMB: Double
  }

  /// Fetching what an image needs at its start.
  public struct ImageFetch: Equatable, Sendable {
    /// Always, nanoseconds.
    public var fixed: Distribution
    /// The chance that parts are in no cache, from 0 to 1.
    public var uncachedChance: Double
    /// What that adds, nanoseconds.
    public var uncached: Distribution
  }

  /// Whose init is billed.
  public struct InitBilling: Equatable, Sendable {
    /// That of zip artifacts on managed runtimes.
    public var managed: Bool
    /// That of zip artifacts on runtimes brought by the user.
    public var custom: Bool
    /// That of container images.
    public var image: Bool
  }

  /// What an instance does after it was reset by a timeout.
  public enum AfterReset: String, Equatable, Sendable, CaseIterable {
    /// It inits again inside its next invocation.
    case suppressed
    /// It is gone, and the next request may start a new one.
    case newInstance
  }

  /// The runtime of a name, if the profile has it.
  public func runtime(_ name: String) -> RuntimeRule? {
    runtimes.first { $0.name == name }
  }
}

/// One runtime of a profile.
public struct RuntimeRule: Equatable, Sendable {
  /// Its name in scenarios, such as `nodejs22`.
  public var name: String
  /// Its language, such as `node`.
  public var language: String
  /// Whether it is brought by the user rather than managed by the platform.
  public var custom: Bool
  /// Loading imported code, nanoseconds per MB unpacked.
  public var loadPerMB: Double
  /// The packed size of an artifact as a share of its unpacked size, above 0, at most 1.
  public var packedRatio: Double
  /// Processor work that the first invocation does on top, nanoseconds at a whole processor.
  public var firstWork: Int64
  /// How long it takes to start, nanoseconds, by package and architecture.
  public var starts: [Start]

  /// The start of a runtime for one package and architecture.
  public struct Start: Equatable, Sendable {
    /// How the code is packaged.
    public var package: Package
    /// The processor.
    public var architecture: Architecture
    /// Nanoseconds.
    public var time: Distribution
  }

  /// How long it takes to start; nil where the profile does not say.
  public func start(_ package: Package, _ architecture: Architecture) -> Distribution? {
    starts.first { $0.package == package && $0.architecture == architecture }?.time
  }
}
