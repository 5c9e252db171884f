public import Simulation

/// Why a run could not be brought to its end.
public enum RunFailure: Error, Equatable, Sendable {
  /// Events follow one another without time going on.
  ///
  /// - Parameters:
  ///   - at: where the last of them happened, such as `function 'api'` or `workflow 'orders'`.
  ///   - time: the instant, in nanoseconds.
  case standstill(at: String, time: Nanoseconds)

  /// More things wait at one time, or have waited in all, than the engine can number.
  case tooManyWaits(time: Nanoseconds)
}
