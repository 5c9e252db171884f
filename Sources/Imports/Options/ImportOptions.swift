/// What an importer is told beside the data: names, and what the data does not say.
public struct ImportOptions: Equatable, Sendable {
  /// What the written files' names begin with: `<stem>.yaml`, `<stem>-counts.csv`, `<stem>-functions.csv`.
  public var stem: String
  /// The scenario's name.
  public var name: String
  /// Which functions are taken.
  public var selection: FunctionSelection
  /// How a function's memory size follows from what was measured.
  public var memory: MemoryPolicy
  /// The platform profile that the scenario names.
  public var platform: String
  /// The runtime of every function, one of the profile's.
  public var runtime: String
  /// The artifact of every function.
  public var artifact: ArtifactAssumption
  /// What the platform allows.
  public var limits: ImportLimits

  /// Options with the defaults of a planner who moves to Lambda; `name` is the stem if not given.
  public init(
    stem: String, name: String? = nil, selection: FunctionSelection = .all, memory: MemoryPolicy = .ceil64,
    platform: String = "aws-lambda", runtime: String = "nodejs22", artifact: ArtifactAssumption = ArtifactAssumption(),
    limits: ImportLimits = ImportLimits()
  ) {
    self.stem = stem
    self.name = name ?? stem
    self.selection = selection
    self.memory = memory
    self.platform = platform
    self.runtime = runtime
    self.artifact = artifact
    self.limits = limits
  }
}

/// What the platform allows a function to have, as far as an importer chooses it.
///
/// - Source: the defaults are AWS Lambda's quotas, AWS Lambda Developer Guide, "Lambda quotas".
public struct ImportLimits: Equatable, Sendable {
  /// The smallest memory size, MB, at least 1.
  public var smallestMemory: Int
  /// The largest memory size, MB.
  public var largestMemory: Int
  /// The longest timeout, seconds, at least 1.
  public var longestTimeout: Int
  /// The account's concurrency as a new account has it.
  public var concurrency: Int

  /// What the platform allows; memory in MB, the timeout in seconds.
  public init(smallestMemory: Int = 128, largestMemory: Int = 10240, longestTimeout: Int = 900, concurrency: Int = 1000) {
    precondition(
      smallestMemory >= 1 && largestMemory >= smallestMemory && longestTimeout >= 1 && concurrency >= 1,
      "impossible limits: \(smallestMemory) ... \(largestMemory) MB, \(longestTimeout) s, \(concurrency)")
    self.smallestMemory = smallestMemory
    self.largestMemory = largestMemory
    self.longestTimeout = longestTimeout
    self.concurrency = concurrency
  }
}

/// Which functions of a trace are taken.
public enum FunctionSelection: Equatable, Sendable {
  /// All that were invoked.
  case all
  /// So many with the most invocations, at least 1.
  case top(Int)
  /// So many at random, at least 1, each invoked function alike; the same ones for the same seed.
  case sample(Int, seed: UInt64)
}
