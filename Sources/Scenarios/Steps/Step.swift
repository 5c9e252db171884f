public import Variates

/// One thing that an invocation does.
public struct Step: Equatable, Sendable {
  /// What is done.
  public var action: Action
  /// What happens if it fails after its retries.
  public var onError: OnError

  /// What a step does.
  public indirect enum Action: Equatable, Sendable {
    /// Uses the processor.
    case compute(Compute)
    /// Lets time pass, nanoseconds, without using the processor.
    case wait(Distribution)
    /// Goes one of several ways.
    case choose(Choice)
    /// Does steps several times.
    case `repeat`(Repetition)
    /// Does steps only where the instance does not yet keep their result.
    case once(Once)
    /// Hands the passes that are left of a `repeat` to another invocation of the function.
    case continueAs(ContinueAs)
    /// Fails by chance.
    case fail(Failure)
    /// Hands the item on, or asks something for an answer.
    case hop(Hop)
  }

  /// What happens when a step fails.
  public enum OnError: Equatable, Sendable {
    /// The failure goes on: it fails the item, or in `steps` the invocation.
    case fails
    /// The next step follows as if nothing had happened.
    case ignore
    /// These steps are done, then the next step follows.
    case steps([Step])
  }

  /// A step from its parts.
  public init(_ action: Action, onError: OnError = .fails) {
    self.action = action
    self.onError = onError
  }
}
