/// What became of one step that hands something on, in the invocations of the measured window.
///
/// Each attempt that ended was followed by another, or was the last of its step and went well or failed.
public struct HopRecord: Sendable, Equatable {
  /// The function whose step it is.
  public var function: Int

  /// Where it goes.
  public var target: Target

  /// Attempts that came to an end.
  public var attempts: Int64 = 0

  /// Attempts that another followed.
  public var retried: Int64 = 0

  /// Steps that went well in the end.
  public var succeeded: Int64 = 0

  /// Steps that failed in the end.
  public var failed: Int64 = 0

  /// Attempts that an open breaker refused.
  public var rejected: Int64 = 0

  /// How often its breaker opened, or those of its function's instances did.
  public var opened: Int64 = 0

  /// Retries that the SDK's quota did not allow.
  public var unpaid: Int64 = 0

  /// Nanoseconds that the SDK's own rate held attempts back.
  public var paced: Int64 = 0

  /// A step that was never carried out.
  public init(of function: Int, to target: Target) {
    self.function = function
    self.target = target
  }

  init(_ books: HopBooks, of plan: HopPlan) {
    self.init(of: Int(plan.function), to: plan.target)
    attempts = books.attempts
    retried = books.retried
    succeeded = books.succeeded
    failed = books.failed
    rejected = books.rejected
    opened = books.opened
    unpaid = books.unpaid
    paced = books.paced
  }
}
