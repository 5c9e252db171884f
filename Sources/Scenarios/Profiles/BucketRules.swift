public import Variates

/// The buckets of a platform.
public struct BucketRules: Equatable, Sendable {
  /// The time of a PUT but for the transfer, nanoseconds.
  public var put: Distribution
  /// The time of a GET but for the transfer, nanoseconds.
  public var get: Distribution
  /// The speed of a transfer, bytes per second.
  public var bandwidth: Double
  /// Requests that a bucket accepts.
  public var requestRate: BucketSpec.RequestRate
}
