/// How a function's SDK calls the platform's own services and other functions.
public struct SDKSpec: Equatable, Sendable {
  /// How it tries again.
  public var mode: Mode
  /// Tries in all, the first included, at least 1.
  public var attempts: Int
  /// After which time it gives up waiting for an answer, nanoseconds, above 0; nil: never.
  public var timeout: Int64?
  /// By which epoch's constants it tries again.
  public var epoch: Epoch
  /// Those constants.
  public var trying: SDKRules.Trying

  /// How an SDK tries again.
  public enum Mode: String, Equatable, Hashable, Sendable, CaseIterable {
    /// As before the modes were unified: no quota.
    case legacy
    /// With a quota of retries.
    case standard
    /// With a quota, and a rate that follows what is throttled.
    case adaptive
  }

  /// By which constants the unified modes try again.
  public enum Epoch: String, Equatable, Hashable, Sendable, CaseIterable {
    /// As from the modes' beginning.
    case classic
    /// As renewed in 2026: short waits after an error, long ones after a throttle.
    case renewed
  }

  /// An SDK from its parts.
  public init(mode: Mode, attempts: Int, timeout: Int64?, epoch: Epoch, trying: SDKRules.Trying) {
    self.mode = mode
    self.attempts = attempts
    self.timeout = timeout
    self.epoch = epoch
    self.trying = trying
  }
}
