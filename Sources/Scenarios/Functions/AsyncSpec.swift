/// What becomes of a function's asynchronous invocations.
public struct AsyncSpec: Equatable, Sendable {
  /// Further tries after an error, at least 0.
  public var retries: Int
  /// After which age an event is dropped, nanoseconds, above 0.
  public var maximumEventAge: Int64
  /// What an event goes to that failed for good, if anything.
  public var onFailure: String?
  /// What an event goes to that succeeded, if anything.
  public var onSuccess: String?
  /// The queue or topic that a failed event itself goes to, if any.
  public var deadLetter: String?
  /// What becomes of a loop of invocations.
  public var recursion: Recursion

  /// What becomes of a loop of invocations that is longer than the platform's limit.
  public enum Recursion: String, Equatable, Hashable, Sendable, CaseIterable {
    /// It is ended.
    case terminate
    /// It goes on.
    case allow
  }

  /// Asynchronous invocations from their parts.
  public init(
    retries: Int, maximumEventAge: Int64, onFailure: String? = nil, onSuccess: String? = nil, deadLetter: String? = nil,
    recursion: Recursion = .terminate
  ) {
    self.retries = retries
    self.maximumEventAge = maximumEventAge
    self.onFailure = onFailure
    self.onSuccess = onSuccess
    self.deadLetter = deadLetter
    self.recursion = recursion
  }
}
