/// What is measured; the raw value is the word in objectives, CSV and JSON.
public enum Metric: String, Equatable, Hashable, Sendable, CaseIterable {
  /// Requests that a source made.
  case requests
  /// From the start of a call to its answer: as the client sees it of a source, accepted to answered of a function.
  case latency
  /// Birth of an item to the last successful end of all that it caused.
  case completion
  /// Requests that ended without success.
  case lost
  /// Requests that had not ended when the run did.
  case unfinished
  /// Invocations started.
  case invocations
  /// Invocations that failed.
  case errors
  /// Invocations that reached the function's timeout.
  case timeouts
  /// Requests refused for want of concurrency or rate.
  case throttles
  /// Throttled requests by all requests.
  case throttleRatio = "throttle_ratio"
  /// Invocations that waited for a cold start by all invocations.
  case coldRatio = "cold_ratio"
  /// Duration of a cold start.
  case `init`
  /// Duration of the handler.
  case duration
  /// Invocations at a time.
  case concurrency
  /// Instances alive at a time.
  case instances
  /// Seconds of execution that nobody waited for any more.
  case wasted = "wasted_s"
  /// Cost of the measured window.
  case runCost = "cost.run"
  /// Cost of a month of it.
  case monthCost = "cost.month"

  /// What a metric's values are.
  public enum Kind: Equatable, Sendable {
    /// A number of things.
    case count
    /// A share, from 0 to 1.
    case ratio
    /// A distribution of durations, nanoseconds.
    case durations
    /// A level over time, plain.
    case level
    /// Seconds in all.
    case seconds
    /// US dollars.
    case money
  }

  /// What the metric's values are.
  public var kind: Kind {
    switch self {
    case .requests, .lost, .unfinished, .invocations, .errors, .timeouts, .throttles: .count
    case .throttleRatio, .coldRatio: .ratio
    case .latency, .completion, .`init`, .duration: .durations
    case .concurrency, .instances: .level
    case .wasted: .seconds
    case .runCost, .monthCost: .money
    }
  }

  /// The metrics of a source.
  public static let ofSource: [Metric] = [.requests, .latency, .completion, .lost, .unfinished]
  /// The metrics of a function.
  public static let ofFunction: [Metric] = [
    .invocations, .errors, .timeouts, .throttles, .throttleRatio, .coldRatio, .`init`, .duration, .latency, .concurrency, .instances,
    .wasted, .monthCost,
  ]
  /// The metrics of all functions and sources together.
  public static let ofAll: [Metric] = [
    .requests, .lost, .unfinished, .invocations, .errors, .timeouts, .throttles, .throttleRatio, .coldRatio, .concurrency, .instances,
    .wasted,
  ]
  /// The metrics of the account.
  public static let ofAccount: [Metric] = [.concurrency]
  /// The metrics of the bill.
  public static let ofCost: [Metric] = [.runCost, .monthCost]
}
