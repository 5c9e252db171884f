internal import Documents

/// FIFO queues and topics stand only where the platform keeps their order.
///
/// - Source: Amazon SQS API, SetQueueAttributes (a FIFO queue's dead-letter queue is FIFO); Amazon SNS guide, FIFO topics; Amazon S3 guide,
///   event notifications (no FIFO destinations); AWS Lambda API, CreateEventSourceMapping.
enum FIFOCheck {
  static func run(_ scenario: Scenario, _ report: CheckReport) {
    for queue in scenario.queues {
      guard let name = queue.deadLetter, let dead = scenario.queue(named: name), dead.kind != queue.kind else { continue }
      report.note(
        .fifo("the dead-letter queue '\(name)' is \(dead.kind.rawValue), this queue \(queue.kind.rawValue)", mend: "make both of one kind"),
        at: ["queues", .key(queue.name), "deadLetter"])
    }
    for delivery in scenario.deliveries { check(delivery, scenario, report) }
    for schedule in scenario.schedules {
      expectStandard(schedule.deadLetter, scenario, report, ["schedules", .key(schedule.name), "deadLetter"])
    }
    for function in scenario.functions {
      for trigger in function.triggers {
        let here: [CheckReport.Key] = ["functions", .key(function.name), "triggers", .key(trigger.source)]
        switch trigger.trigger {
        case .queue(let mapping): check(mapping, of: trigger.source, scenario, report, here)
        case .stream(let mapping): expectStandard(mapping.onFailure, scenario, report, here + ["onFailure"])
        case .push: break
        }
      }
    }
  }

  private static func check(_ delivery: Delivery, _ scenario: Scenario, _ report: CheckReport) {
    let target = delivery.kind == .queue ? scenario.queue(named: delivery.target)?.kind : nil
    if let topic = scenario.topic(named: delivery.source) {
      if topic.kind == .fifo, target != .fifo {
        report.note(.fifo("the topic '\(topic.name)' is fifo", mend: "it delivers to fifo queues only"), at: delivery.path)
      } else if topic.kind == .standard, target == .fifo {
        report.note(.fifo("the topic '\(topic.name)' is standard", mend: "a fifo queue takes from fifo topics"), at: delivery.path)
      }
      if let name = delivery.push.deadLetter, let dead = scenario.queue(named: name), dead.kind != topic.kind {
        report.note(
          .fifo(
            "the dead-letter queue '\(name)' is \(dead.kind.rawValue), the topic \(topic.kind.rawValue)", mend: "make both of one kind"),
          at: delivery.path + ["deadLetter"])
      }
      return
    }
    expectStandard(delivery.push.deadLetter, scenario, report, delivery.path + ["deadLetter"])
    let isFIFO = target == .fifo || (delivery.kind == .topic && scenario.topic(named: delivery.target)?.kind == .fifo)
    if isFIFO, scenario.buckets.contains(where: { $0.name == delivery.source }) {
      report.note(.fifo("'\(delivery.target)' is fifo", mend: "a bucket notifies standard queues and topics"), at: delivery.path)
    }
  }

  private static func check(
    _ mapping: QueueTrigger, of name: String, _ scenario: Scenario, _ report: CheckReport, _ here: [CheckReport.Key]
  ) {
    guard scenario.queue(named: name)?.kind == .fifo, let rules = scenario.platform.queues?.mapping else { return }
    guard let limit = rules.fifoBatchSize else {
      report.note(.fifo("the queue '\(name)' is fifo", mend: "the platform's fifo queues drive no functions"), at: here)
      return
    }
    if mapping.batchSize > limit {
      report.note(.fifo("a batch of \(mapping.batchSize) from a fifo queue", mend: "it holds up to \(limit)"), at: here + ["batchSize"])
    }
    if mapping.window > 0 { report.note(.fifo("a fifo queue has no window", mend: "take it out"), at: here + ["window"]) }
  }

  /// Notes a destination of what was given up that is fifo.
  private static func expectStandard(_ name: String?, _ scenario: Scenario, _ report: CheckReport, _ path: [CheckReport.Key]) {
    guard let name, scenario.queue(named: name)?.kind == .fifo || scenario.topic(named: name)?.kind == .fifo else { return }
    report.note(.fifo("'\(name)' is fifo", mend: "a standard one is needed here"), at: path)
  }
}
