internal import Documents

extension QueueSpec {
  /// The section of one queue.
  static func syntax(name: String) -> Syntax<QueueSpec> {
    .section { f in
      let rules = f.profile.queues ?? .blank
      let label = f.given("label", .text(example: "Jobs"), "a free text beside the name")
      let kind = f.optional("kind", .word, default: Kind.standard, shown: "standard", "whether it keeps an order, for each key")
      let isFIFO = kind == .fifo
      let visibility = f.setting(
        "visibilityTimeout", rules.visibilityTimeout, { .duration($0) }, shown: "30 s",
        "for how long a received message is hidden: 0 s to 12 h, at least the timeout of the function that it drives")
      var queue = QueueSpec(
        name: name, label: label, kind: kind, visibilityTimeout: visibility, maxReceiveCount: rules.maxReceiveCount,
        retention: rules.retention.standard, maxMessageSize: rules.messageSize.standard,
        inFlight: isFIFO ? rules.fifo.inFlight : rules.standard.inFlight, duplicates: isFIFO ? 0 : rules.standard.duplicates)
      readMoves(&f, &queue, rules)
      readLimits(&f, &queue, rules)
      queue.initial = f.optional("initial", InitialItems.syntax, default: .none, shown: "0", "messages that are there at the start")
      queue.from = f.optional(
        "from", .subscriptions(of: .queue), default: [], shown: "nothing", "the topics, buses, buckets and schedules that deliver to it")
      return queue
    }
  }

  private static func readMoves(_ f: inout Fields, _ queue: inout QueueSpec, _ rules: QueueRules) {
    queue.maxReceiveCount = f.optional(
      "maxReceiveCount", .count(.from(1, to: 1000)), default: queue.maxReceiveCount, shown: "10",
      "receives before a message moves to `deadLetter`")
    queue.deadLetter = f.given("deadLetter", .name(example: "jobs-dead"), shown: "none", "a queue of the same kind")
    if f.has("maxReceiveCount"), queue.deadLetter == nil {
      f.note(.combination("'maxReceiveCount' means nothing here", mend: "it goes with 'deadLetter'"), key: "maxReceiveCount")
    }
    queue.delay = f.setting("delay", rules.delay, { .duration($0) }, shown: "0 s", "for how long a new message is hidden: 0 s to 15 min")
    queue.retention = f.setting(
      "retention", rules.retention, { .duration($0) }, shown: "4 d", "for how long a message is kept: 60 s to 14 d")
  }

  private static func readLimits(_ f: inout Fields, _ queue: inout QueueSpec, _ rules: QueueRules) {
    queue.maxMessageSize = f.setting("maxMessageSize", rules.messageSize, { .size($0) }, shown: "1 MB", "the largest message, up to 1 MB")
    queue.inFlight = f.optional(
      "inFlight", .count(.atLeast(1)), default: queue.inFlight, shown: "120000", "messages received and not deleted at a time")
    queue.duplicates = f.optional(
      "duplicates", .share, default: queue.duplicates, shown: "0.001%", "the chance that a receive is answered twice; standard only")
    queue.fair = f.optional("fair", .flag, default: false, shown: "false", "messages of quiet keys first; standard only")
    queue.highThroughput = f.optional(
      "highThroughput", .flag, default: false, shown: "false", "limits for each partition instead of the queue; fifo only")
    let misplaced = queue.kind == .fifo ? ["duplicates", "fair"] : ["highThroughput"]
    for key in misplaced where f.has(key) {
      f.note(.fifo("a \(queue.kind.rawValue) queue has no '\(key)'", mend: "take it out"), key: key)
    }
  }
}
