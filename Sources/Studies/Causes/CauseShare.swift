public import Fleet
public import Scenarios

/// What some requests of one function or source spent on one cause.
public struct CauseShare: Equatable, Sendable {
  /// Which requests are looked at.
  public enum Requests: String, Equatable, Sendable, CaseIterable {
    /// All that ended.
    case all
    /// Those at and above the 99th percentile of those that ended.
    case slowest = "p99+"
  }

  /// What the time was taken of.
  public enum Span: String, Equatable, Sendable, CaseIterable {
    /// To the answer: from birth of a source's request, from acceptance by a function.
    case latency
    /// From birth to the last good end of all that a source's request set off.
    case completion
  }

  /// The function or source.
  public var subject: Objective.Subject
  /// What the time was taken of.
  public var metric = Span.latency
  /// Which of its requests.
  public var requests: Requests
  /// What their time was spent on.
  public var cause: Cause
  /// How many requests were looked at.
  public var count: Int64
  /// Nanoseconds that they spent on the cause.
  public var spent: Int128
  /// Nanoseconds that they took in all.
  public var total: Int128

  /// The share of their latency that the cause took, from 0 to 1; 0 where they took no time.
  public var share: Double { total == 0 ? 0 : Double(spent) / Double(total) }

  /// The mean time that a request spent on the cause, in nanoseconds.
  public var mean: Double { count == 0 ? 0 : Double(spent) / Double(count) }
}
