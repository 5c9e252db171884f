public import Variates

/// The buckets of a platform.
public struct BucketRules: Equatable, Sendable {
  /// The time of a PUT but for the transfer, nanoseconds.
  public var put: Distribution
  /// The time of a GET but for the transfer, nanoseconds.
  public var get: Distribution
  /// The speed of a transfer, bytes per second.
  public var bandwidth: Double
  /// The size of a link to an object, or of the notice of one, bytes.
  public var link: Int64
  /// Requests that a bucket accepts.
  public var requestRate: BucketSpec.RequestRate
}
