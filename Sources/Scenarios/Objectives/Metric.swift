/// What is measured; the raw value is the word in objectives, CSV and JSON.
public enum Metric: String, Equatable, Hashable, Sendable, CaseIterable {
  /// Requests that a source or a schedule made, or that came to a door.
  case requests
  /// From the start of a call to its answer: as the client sees it of a source, accepted to answered of a function or a door; of what
  /// delivers, from acceptance to delivery.
  case latency
  /// Birth of an item to the last successful end of all that it caused.
  case completion
  /// Requests that ended without success, or items that were given up.
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
  /// Tasks that a container began.
  case tasks
  /// Seconds of execution that nobody waited for any more.
  case wasted = "wasted_s"
  /// Invocations that handed on what they had no time for.
  case continuations
  /// Those that were continued on the instance that had handed on.
  case continuedSame = "continued_same"
  /// Those that were continued on another warm instance.
  case continuedWarm = "continued_warm"
  /// Those that were continued on a new instance.
  case continuedNew = "continued_new"
  /// Bytes of the checkpoints that they stored.
  case savedBytes = "saved_bytes"
  /// Passes that came to nothing, since their invocation failed or ran out of time.
  case lostPasses = "lost_passes"
  /// Asynchronous invocations that a function was given.
  case asyncReceived = "async_received"
  /// From the acceptance of an asynchronous invocation to the try that succeeded.
  case asyncAge = "async_age"
  /// Asynchronous invocations that were given up.
  case asyncDropped = "async_dropped"
  /// Requests that a door or what delivers refused beyond its rate.
  case throttled
  /// Messages, records or items that were taken in.
  case accepted
  /// Messages or records that were processed.
  case processed
  /// Messages or records that wait to be processed.
  case messages
  /// From sending a message to its last receive.
  case age
  /// Messages, records or items that were given up after their last try.
  case deadLettered = "dead_lettered"
  /// Messages or records that became too old.
  case expired
  /// Messages received, each as often as it was.
  case receives
  /// Messages that were received once more than they should have been.
  case duplicates
  /// The age of the last record of a batch when its function was done with it.
  case iteratorAge = "iterator_age"
  /// Writes refused at a shard's limit.
  case writeThrottles = "write_throttles"
  /// Seconds that shards stood behind a failed batch.
  case blocked = "blocked_s"
  /// Items that were delivered to those that subscribe.
  case delivered
  /// Requests that came to a service, whatever became of them.
  case offered
  /// Requests that a service answered well.
  case served
  /// Requests that a service refused.
  case rejected
  /// Requests that a service never answered.
  case stalled
  /// Busy connections of a service.
  case connections
  /// Seconds during which requests met a service's limit.
  case overLimit = "over_limit_s"
  /// Executions of a workflow that began.
  case executions
  /// Of these, executions that succeeded.
  case succeeded
  /// Executions that failed.
  case failed
  /// Executions that ran out of their time.
  case timedOut = "timed_out"
  /// States that a workflow entered, and retries.
  case transitions
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
    case .requests, .lost, .unfinished, .invocations, .errors, .timeouts, .throttles, .asyncReceived, .asyncDropped, .throttled,
      .accepted, .processed, .deadLettered, .expired, .receives, .duplicates, .writeThrottles, .delivered, .offered, .served, .rejected,
      .stalled, .executions, .succeeded, .failed, .timedOut, .transitions, .continuations, .continuedSame, .continuedWarm, .continuedNew,
      .savedBytes, .lostPasses, .tasks:
      .count
    case .throttleRatio, .coldRatio: .ratio
    case .latency, .completion, .`init`, .duration, .asyncAge, .age, .iteratorAge: .durations
    case .concurrency, .instances, .messages, .connections: .level
    case .wasted, .blocked, .overLimit: .seconds
    case .runCost, .monthCost: .money
    }
  }

  /// Whether a count is of all that came, so that it is no share of anything.
  public var isWhole: Bool {
    switch self {
    case .requests, .invocations, .asyncReceived, .offered, .receives, .executions, .transitions, .continuations, .savedBytes, .lostPasses,
      .tasks:
      true
    default: false
    }
  }
}
