/// How the callers of a source behave.
public struct ClientSpec: Equatable, Sendable {
  /// After which time a caller gives up waiting, nanoseconds, above 0; nil: never.
  public var timeout: Int64?
  /// How a caller tries again, if it does.
  public var retry: Retry

  /// How a caller behaves.
  public init(timeout: Int64? = nil, retry: Retry = .none) {
    self.timeout = timeout
    self.retry = retry
  }
}

/// How a failed call is tried again.
public struct Retry: Equatable, Sendable {
  /// Tries in all, the first included, at least 1.
  public var attempts: Int
  /// How long is waited between tries.
  public var backoff: Backoff
  /// After which outcomes it is tried again.
  public var on: Set<Reason>

  /// One try only.
  public static let none = Retry(attempts: 1, backoff: .none, on: [])

  /// An outcome after which a caller may try again.
  public enum Reason: String, Equatable, Hashable, Sendable, CaseIterable {
    /// The call was throttled.
    case throttle
    /// The function failed.
    case error
    /// The caller's own timeout ended the call.
    case timeout
  }

  /// A retry from its parts.
  public init(attempts: Int, backoff: Backoff, on: Set<Reason>) {
    self.attempts = attempts
    self.backoff = backoff
    self.on = on
  }
}
