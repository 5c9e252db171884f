/// Where the specification, the documentation and recorded executions differ; the defaults follow the recordings, then the documentation.
public struct Conventions: Sendable, Equatable {
  /// Whether failed choices, paths of templates and intrinsic functions are reported as `States.Runtime`, which nothing catches.
  ///
  /// - Source: AWS Step Functions Developer Guide, "Handling errors".
  public var reportsAsRuntime = true
  /// Whether `States.ALL` takes `States.DataLimitExceeded`.
  ///
  /// - Source: recorded on AWS in March 2024; the documentation says that it does not.
  public var allCatchesDataLimit = true

  /// What was recorded and documented last.
  public init() {}
}

/// How much an execution may hold.
public struct Limits: Sendable, Equatable {
  /// Bytes of a state's input or output, and of a task's result.
  ///
  /// - Source: AWS Step Functions Developer Guide, "Service quotas": 256 KiB of UTF-8.
  public var payload = 262_144
  /// Events of the history; none for Express executions.
  ///
  /// - Source: AWS Step Functions Developer Guide, "Service quotas".
  public var events: Int? = 25_000
  /// Iterations of an inline Map that run at the same time.
  ///
  /// - Source: AWS Step Functions Developer Guide, "Map state in Inline mode".
  public var inlineIterations = 40
  /// Child executions of a distributed Map that run at the same time.
  ///
  /// - Source: AWS Step Functions Developer Guide, "Service quotas".
  public var childExecutions = 10_000

  /// States entered without anything to wait for; a loop that never waits ends here.
  ///
  /// It is no limit of AWS, where each state takes time.
  public var statesAtOnce = 1_000_000

  /// The limits of a Standard execution.
  public init() {}

  /// The limits of an Express execution, whose history does not count.
  ///
  /// - Source: AWS Step Functions Developer Guide, "Service quotas".
  public static let express: Limits = {
    var limits = Limits()
    limits.events = nil
    return limits
  }()
}
