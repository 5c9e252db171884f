public import Statistics

/// What one traffic source saw of its requests that were born in the measured window.
public struct SourceRecord: Sendable, Equatable {
  /// Requests, each counted once however often it was tried.
  public var requests: Int64 = 0

  /// Attempts, the first of each request among them.
  public var attempts: Int64 = 0

  /// Requests that ended well, with all that they set off.
  public var succeeded: Int64 = 0

  /// Requests that did not, one entry a ``Loss`` in its order.
  public var lost = [Int64](repeating: 0, count: Loss.allCases.count)

  /// Requests that had not ended when the run did.
  public var unfinished: Int64 = 0

  /// From birth to the last answer, of requests that the function answered, well or with a failure of its own: nanoseconds.
  public var latency = LatencyHistogram()

  /// From birth to the last good end of all that a request set off, of requests of which nothing was lost: nanoseconds.
  public var completion = LatencyHistogram()

  /// Whether its requests set off more than their answer, so that completion has causes of its own.
  public var isFollowed = false

  /// What latencies were spent on.
  public var causes = CauseTable()

  /// What the ways to completion were spent on.
  public var completionCauses = CauseTable()

  /// A source that sent nothing.
  public init() {}
}
