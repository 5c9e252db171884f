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

  /// The name by which tables list the cause.
  public var name: String {
    switch self {
    case .throttle: "throttle"
    case .error: "error"
    case .timeout: "timeout"
    case .clientTimeout: "client_timeout"
    case .payloadTooLarge: "payload_too_large"
    }
  }
}
