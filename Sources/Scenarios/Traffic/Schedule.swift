/// When something recurs: by the calendar (UTC) or at a fixed distance.
public enum Schedule: Equatable, Sendable {
  /// At the instants of a cron expression.
  case cron(Cron)
  /// At every multiple of a time (nanoseconds, above 0) after the run's start.
  case rate(every: Int64)
}
