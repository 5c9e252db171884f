internal import Documents

/// A function fits the queues that drive it.
///
/// - Source: AWS Lambda Developer Guide, "Using Lambda with Amazon SQS": the timeout is checked when the mapping is made; six times the
///   timeout is advised, and that the sum of all maxima is at most the reserved concurrency.
enum QueueMappingCheck {
  static func run(_ function: FunctionSpec, _ scenario: Scenario, _ report: CheckReport) {
    guard let rules = scenario.platform.queues?.mapping else { return }
    var sum = 0
    var last: [CheckReport.Key] = []
    for trigger in function.triggers {
      guard case .queue(let mapping) = trigger.trigger, let queue = scenario.queue(named: trigger.source) else { continue }
      let here: [CheckReport.Key] = ["functions", .key(function.name), "triggers", .key(trigger.source)]
      if !isFaulty(queue, function, report) { checkVisibility(mapping, queue, function, rules, report, here) }
      guard let concurrency = mapping.maximumConcurrency else { continue }
      sum += concurrency
      last = here + ["maximumConcurrency"]
    }
    if let reserved = function.reservedConcurrency, sum > reserved {
      report.note(.mappingsAboveReserved(sum, reserved: reserved), at: last)
    }
  }

  /// Whether one of the two times could not be read.
  private static func isFaulty(_ queue: QueueSpec, _ function: FunctionSpec, _ report: CheckReport) -> Bool {
    report.isFaulty("queues.\(queue.name).visibilityTimeout") || report.isFaulty("functions.\(function.name).timeout")
  }

  private static func checkVisibility(
    _ mapping: QueueTrigger, _ queue: QueueSpec, _ function: FunctionSpec, _ rules: QueueMappingRules, _ report: CheckReport,
    _ here: [CheckReport.Key]
  ) {
    if function.timeout > queue.visibilityTimeout {
      report.note(.visibilityTooShort(queue.visibilityTimeout, timeout: function.timeout, of: function.name), at: here)
      return
    }
    let advised = (Double(function.timeout) * rules.visibilityFactor + Double(mapping.window)).rounded()
    if Double(queue.visibilityTimeout) < advised {
      report.note(
        .visibilityAdvice(queue.visibilityTimeout, advised: advised, of: function.name),
        at: ["queues", .key(queue.name), "visibilityTimeout"])
    }
  }
}
