public import Variates

/// A way in from outside, which calls synchronously what stands behind it.
public struct DoorSpec: Equatable, Sendable {
  /// The door's name, unique over all sections.
  public var name: String
  /// A free text beside the name, if given.
  public var label: String?
  /// What it is on the platform.
  public var kind: Kind
  /// The function or service behind it.
  public var to: String
  /// After which time it gives up on what stands behind it, nanoseconds, above 0; nil: never.
  public var timeout: Int64?
  /// Its own limit of requests, beside the account's, if it has one.
  public var throttle: Throttle?
  /// The door's own time for each request, nanoseconds, half of it before and half after.
  public var latency: Distribution

  /// What a door is on the platform.
  public enum Kind: String, Equatable, Hashable, Sendable, CaseIterable {
    /// API Gateway, HTTP API.
    case httpApi
    /// API Gateway, REST API.
    case restApi
    /// A function's own URL.
    case functionUrl
    /// Application Load Balancer.
    case alb
  }

  /// A door from its parts.
  public init(
    name: String, label: String? = nil, kind: Kind, to: String, timeout: Int64?, throttle: Throttle? = nil, latency: Distribution
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    self.to = to
    self.timeout = timeout
    self.throttle = throttle
    self.latency = latency
  }
}
