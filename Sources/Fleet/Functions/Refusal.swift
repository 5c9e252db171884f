/// Why a function did not take a request.
///
/// - Source: AWS Lambda API reference, Invoke, TooManyRequestsException (Reason) and RequestTooLargeException.
public enum Refusal: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// The account's pool of concurrency is used up.
  case concurrency
  /// The function's reserved concurrency is used up.
  case reservedConcurrency
  /// The function, or under the legacy rule the account, may not start instances that fast.
  case scalingRate
  /// The account's requests per second are used up.
  case requestRate
  /// The requests per second of the function's reserved concurrency are used up.
  case reservedRequestRate
  /// The request was queued at the limit for as long as the platform holds one.
  case queueTimeout
  /// The request is larger than the platform accepts.
  case payloadTooLarge
  /// The request was stopped in a loop of functions that set each other off.
  case recursion
  /// A fault that was put into the run: the function is out of order.
  case outage
  /// A fault that was put into the run: the function takes fewer requests.
  case injectedThrottle

  /// The name by which tables list the reason.
  public var name: String {
    switch self {
    case .concurrency: "concurrency"
    case .reservedConcurrency: "reserved_concurrency"
    case .scalingRate: "scaling_rate"
    case .requestRate: "request_rate"
    case .reservedRequestRate: "reserved_request_rate"
    case .queueTimeout: "queue_timeout"
    case .payloadTooLarge: "payload_too_large"
    case .recursion: "recursion"
    case .outage: "outage"
    case .injectedThrottle: "injected_throttle"
    }
  }

  /// Whether the refusal is a throttle, that is, would not have happened at a lower rate.
  public var isThrottle: Bool { loss == .throttle }

  /// What the caller counts the refusal as.
  var loss: Loss {
    switch self {
    case .payloadTooLarge: .payloadTooLarge
    case .recursion: .recursion
    case .outage: .unavailable
    default: .throttle
    }
  }
}
