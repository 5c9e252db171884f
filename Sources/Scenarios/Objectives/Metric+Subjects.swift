extension Metric {
  /// The metrics of an element of a kind, in the order of tables.
  public static func all(of kind: ElementKind) -> [Metric] {
    switch kind {
    case .function: ofFunction
    case .container: ofContainer
    case .source: ofSource
    case .door: [.requests, .throttled, .errors, .timeouts, .unfinished, .latency, .monthCost]
    case .queue:
      [
        .accepted, .processed, .messages, .age, .deadLettered, .expired, .receives, .duplicates, .unfinished, .monthCost,
      ]
    case .stream:
      [
        .accepted, .processed, .messages, .age, .deadLettered, .expired, .receives, .duplicates, .iteratorAge, .writeThrottles, .blocked,
        .unfinished, .monthCost,
      ]
    case .topic, .bus, .bucket: ofBroker + [.monthCost]
    case .schedule: ofSource + [.throttled, .delivered, .deadLettered, .monthCost]
    case .workflow: ofWorkflow
    case .service: [.offered, .served, .rejected, .errors, .stalled, .connections, .overLimit, .unfinished, .monthCost]
    }
  }

  /// The metrics of a container.
  public static let ofContainer: [Metric] = [
    .tasks, .throttled, .errors, .unfinished, .`init`, .duration, .latency, .concurrency, .wasted, .monthCost,
  ]

  /// The metrics of a workflow.
  public static let ofWorkflow: [Metric] = [
    .executions, .succeeded, .failed, .timedOut, .transitions, .duration, .throttled, .unfinished, .monthCost,
  ]

  /// The metrics of a source.
  public static let ofSource: [Metric] = [.requests, .latency, .completion, .lost, .unfinished]

  /// The metrics of a function.
  public static let ofFunction: [Metric] =
    [
      .invocations, .errors, .timeouts, .throttles, .throttleRatio, .coldRatio, .`init`, .duration, .latency, .concurrency, .instances,
      .wasted,
    ] + ofContinued + ofAsync + [.monthCost]

  /// The metrics of a function's invocations that hand on what they have no time for.
  public static let ofContinued: [Metric] = [
    .continuations, .continuedSame, .continuedWarm, .continuedNew, .savedBytes, .lostPasses,
  ]

  /// The metrics of a function's asynchronous invocations.
  public static let ofAsync: [Metric] = [.asyncReceived, .asyncAge, .asyncDropped]

  /// The metrics of all functions and sources together.
  public static let ofAll: [Metric] = [
    .requests, .lost, .unfinished, .invocations, .errors, .timeouts, .throttles, .throttleRatio, .coldRatio, .concurrency, .instances,
    .wasted,
  ]

  /// The metrics of the account.
  public static let ofAccount: [Metric] = [.concurrency]

  /// The metrics of the bill.
  public static let ofCost: [Metric] = [.runCost, .monthCost]

  /// The metrics of what takes items in and delivers them.
  private static let ofBroker: [Metric] = [.requests, .accepted, .throttled, .delivered, .lost, .deadLettered, .unfinished, .latency]
}
