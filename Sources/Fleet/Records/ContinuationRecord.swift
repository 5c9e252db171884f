/// What became of a function's invocations that had no time for all they had to do, in the measured window.
public struct ContinuationRecord: Sendable, Equatable {
  /// Invocations that handed on what was left.
  public var handedOn: Int64 = 0
  /// Continued invocations on the instance that had handed on.
  public var onSame: Int64 = 0
  /// Continued invocations on another warm instance.
  public var onWarm: Int64 = 0
  /// Continued invocations that waited for a new instance.
  public var onNew: Int64 = 0
  /// The checkpoints, in bytes.
  public var saved: Int64 = 0
  /// Passes of invocations that then failed or ran out of time.
  public var passesLost: Int64 = 0

  /// None.
  public init() {}

  init(_ books: ContinuationBooks) {
    handedOn = books.handedOn
    (onSame, onWarm, onNew) = (books.onSame, books.onWarm, books.onNew)
    saved = books.saved
    passesLost = books.passesLost
  }
}
