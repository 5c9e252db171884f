/// What a load balancer did in one hour, from which its capacity units follow: the dimension that it used most.
///
/// - Source: Application Load Balancer pricing: an LCU-h is 25 new connections a second, 3,000 active ones, 1,000 rule evaluations a second
///   and 1 GB, or 0.4 GB towards functions (the dimensions unverified).
public struct BalancerCapacity: Hashable, Sendable {
  /// Connections opened.
  public var newConnections: Int64 = 0
  /// Connections times the milliseconds for which they were active.
  public var connectionMilliseconds: Int64 = 0
  /// Bytes to and from functions.
  public var functionBytes: Int64 = 0
  /// Bytes to and from other targets.
  public var otherBytes: Int64 = 0
  /// Rules evaluated above the ten that each request has for nothing.
  public var ruleEvaluations: Int64 = 0

  /// An hour in which nothing happened.
  public init() {}

  /// The capacity used, in millionths of an LCU-h, each dimension rounded up.
  public var microcapacityHours: Int64 {
    let bytes = Self.share(functionBytes * 5 + otherBytes * 2, of: 2 << 30)
    return max(
      Self.share(newConnections, of: 25 * 3_600), Self.share(connectionMilliseconds, of: 3_000 * 3_600_000), bytes,
      Self.share(ruleEvaluations, of: 1_000 * 3_600))
  }

  private static func share(_ used: Int64, of unit: Int64) -> Int64 {
    precondition(used >= 0, "a load balancer used \(used)")
    return Int64((Int128(used) * 1_000_000 + Int128(unit) - 1) / Int128(unit))
  }
}
