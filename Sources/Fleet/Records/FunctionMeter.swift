/// What the platform meters of one function: integers from which a bill is made.
public struct FunctionMeter: Sendable, Equatable {
  /// Invocations that started, pings among them.
  public var requests: Int64 = 0

  /// Billed milliseconds on instances that started on demand; each invocation rounded by the platform's rule.
  public var onDemandMilliseconds: Int64 = 0

  /// Billed milliseconds on provisioned instances.
  public var provisionedMilliseconds: Int64 = 0

  /// Of both, the milliseconds billed for initialisation: what an invocation's bill would have been lower without it.
  public var initMilliseconds: Int64 = 0

  /// Microseconds of computing, for platforms that bill CPU time.
  public var cpuMicroseconds: Int64 = 0

  /// Milliseconds during which instances were billed as a whole, whatever the number of their requests, for platforms that bill so.
  public var instanceMilliseconds: Int64 = 0

  /// Snapshots that were restored.
  public var restores: Int64 = 0

  /// Invocations that failed or ran into their timeout at the first try of what they carried, pings apart.
  public var failedRequests: Int64 = 0

  /// Their billed milliseconds.
  public var failedMilliseconds: Int64 = 0

  /// Invocations that failed or ran into their timeout when what they carried had been tried before.
  public var retriedRequests: Int64 = 0

  /// Their billed milliseconds.
  public var retriedMilliseconds: Int64 = 0

  /// Billed milliseconds after the caller had given up, of invocations that ended well.
  public var wastedMilliseconds: Int64 = 0

  /// Nothing metered.
  public init() {}
}
