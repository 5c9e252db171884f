/// When something happens in a run.
public enum Moment: Equatable, Sendable {
  /// Once, so many nanoseconds after the run's start, at least 0.
  case afterStart(Int64)
  /// Every day, so many nanoseconds after midnight UTC.
  case daily(Int64)
}
