public import Variates

/// A bucket of objects, which notifies of those that are stored.
public struct BucketSpec: Equatable, Sendable {
  /// The bucket's name, unique over all sections.
  public var name: String
  /// A free text beside the name, if given.
  public var label: String?
  /// The time of a PUT but for the transfer, nanoseconds.
  public var put: Distribution
  /// The time of a GET but for the transfer, nanoseconds.
  public var get: Distribution
  /// The speed of a transfer, bytes per second, above 0.
  public var bandwidth: Double
  /// From the end of a PUT to the arrival of its notification, nanoseconds.
  public var notification: Distribution
  /// Requests that it accepts.
  public var requestRate: RequestRate

  /// Requests that a bucket accepts, per second.
  public struct RequestRate: Equatable, Sendable {
    /// PUT requests, above 0.
    public var put: Double
    /// GET requests, above 0.
    public var get: Double

    /// Rates of both.
    public init(put: Double, get: Double) {
      self.put = put
      self.get = get
    }
  }

  /// A bucket from its parts.
  public init(
    name: String, label: String? = nil, put: Distribution, get: Distribution, bandwidth: Double, notification: Distribution,
    requestRate: RequestRate
  ) {
    self.name = name
    self.label = label
    self.put = put
    self.get = get
    self.bandwidth = bandwidth
    self.notification = notification
    self.requestRate = requestRate
  }
}
