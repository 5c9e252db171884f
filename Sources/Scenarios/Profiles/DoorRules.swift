public import Variates

/// The ways in from outside that a platform has.
public struct DoorRules: Equatable, Sendable {
  /// API Gateway, HTTP API; nil: not offered.
  public var httpApi: DoorRule?
  /// API Gateway, REST API; nil: not offered.
  public var restApi: DoorRule?
  /// A function's own URL; nil: not offered.
  public var functionUrl: DoorRule?
  /// Application Load Balancer; nil: not offered.
  public var alb: DoorRule?
  /// The account's limit of requests, which all HTTP and REST APIs share.
  public var throttle: Throttle

  /// The rule of a kind of door; nil: not offered.
  public func rule(_ kind: DoorSpec.Kind) -> DoorRule? {
    switch kind {
    case .httpApi: httpApi
    case .restApi: restApi
    case .functionUrl: functionUrl
    case .alb: alb
    }
  }
}

/// One kind of door.
public struct DoorRule: Equatable, Sendable {
  /// How long it waits for what stands behind it; nil: as long as that runs.
  public var timeout: TimeoutRule?
  /// The largest request and the largest answer, bytes.
  public var payload: Int64
  /// Its own time for each request, nanoseconds.
  public var latency: Distribution
}
