/// Why a source's request did not succeed, as its last attempt ended.
///
/// Every loss has one cause.
public enum Loss: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// The function throttled it.
  case throttle
  /// The function answered with an error.
  case error
  /// The function ran into its timeout.
  case timeout
  /// The client gave up waiting.
  case clientTimeout
  /// The request was larger than the platform accepts.
  case payloadTooLarge
  /// What it went to was out of order.
  case unavailable
  /// It was tried as often as may be, and no dead-letter queue took it.
  case retriesExhausted
  /// It was tried as often as may be and went to a dead-letter queue.
  case deadLettered
  /// It was older than it may be before it was processed.
  case expired
  /// It was stopped in a loop of functions that set each other off.
  case recursion
  /// A stream's consumer gave it up.
  case discarded
  /// A front door gave up waiting.
  case doorTimeout
  /// Nobody was there to take it.
  case undeliverable
  /// Its caller's breaker was open.
  case circuitOpen

  /// The name by which tables list the cause.
  public var name: String {
    switch self {
    case .throttle: "throttle"
    case .error: "error"
    case .timeout: "timeout"
    case .clientTimeout: "client_timeout"
    case .payloadTooLarge: "payload_too_large"
    case .unavailable: "unavailable"
    case .retriesExhausted: "retries_exhausted"
    case .deadLettered: "dead_lettered"
    case .expired: "expired"
    case .recursion: "recursion"
    case .discarded: "discarded"
    case .doorTimeout: "door_timeout"
    case .undeliverable: "undeliverable"
    case .circuitOpen: "circuit_open"
    }
  }

  /// Whether it is an answer to the caller, and so has a latency.
  var isAnswer: Bool { self == .error || self == .timeout || self == .doorTimeout }
}
