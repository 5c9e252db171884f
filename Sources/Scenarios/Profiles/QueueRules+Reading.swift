internal import Documents

extension QueueRules {
  /// What stands for the queues of a platform that has none.
  static let blank = Fields.standard(read)

  static func read(_ f: inout Fields) -> QueueRules {
    f.ignored("sources")
    let duration = SettingRule.syntax(.duration())
    return QueueRules(
      visibilityTimeout: f.required("visibilityTimeout", duration, "for how long a received message is hidden"),
      delay: f.required("delay", duration, "for how long a new message is hidden"),
      retention: f.required("retention", duration, "for how long a message is kept"),
      messageSize: f.required("messageSize", SettingRule.syntax(.size()), "the largest message"),
      maxReceiveCount: f.required("maxReceiveCount", .count(.atLeast(1)), "receives before a message moves to the dead-letter queue"),
      batch: f.required("batch", .count(.atLeast(1)), "messages in one call that sends, receives or deletes"),
      requestSize: f.required("requestSize", .size(), "for which a call counts as one more request"),
      standard: f.required("standard", .section(StandardQueueRule.read), "queues without a certain order"),
      fifo: f.required("fifo", .section(FIFOQueueRule.read), "queues in order; limits of the queue, or of a partition in high throughput"),
      mapping: f.required("mapping", .section(QueueMappingRules.read), "how a queue drives a function"))
  }
}

extension StandardQueueRule {
  static func read(_ f: inout Fields) -> StandardQueueRule {
    StandardQueueRule(
      inFlight: f.required("inFlight", .count(.atLeast(1)), "messages received and not deleted at a time"),
      duplicates: f.required("duplicates", .share, "the chance that a receive is answered twice"),
      receivesUntilBack: f.required(
        "receivesUntilBack", .count(.atLeast(1)), "from how many receives on a message that comes back goes behind all others"),
      latency: f.required("latency", .durations(), "from sending to the handler of a warm function"))
  }
}

extension FIFOQueueRule {
  static func read(_ f: inout Fields) -> FIFOQueueRule {
    FIFOQueueRule(
      inFlight: f.required("inFlight", .count(.atLeast(1)), "messages received and not deleted at a time"),
      calls: f.required("calls", .rate, "calls of one kind"), messages: f.required("messages", .rate, "messages in calls of one kind"),
      partitions: f.required("partitions", .count(.atLeast(1)), "parts of a queue in high throughput, each with these limits"),
      latency: f.required("latency", .durations(), "from sending to the handler of a warm function"))
  }
}

extension QueueMappingRules {
  static func read(_ f: inout Fields) -> QueueMappingRules {
    f.ignored("sources")
    let backOff = Syntax<(Double, Int64)>.section { f in
      (
        f.required("factor", .number(.share), "what is left of the invocations at a time"),
        f.required("every", .duration(.positive), "how often at most")
      )
    }
    let batchSize = f.required("batchSize", SettingRule.syntax(.count()), "messages in one invocation")
    let fifoBatchSize = f.required(
      "fifoBatchSize", .none(or: .count(.atLeast(1))), "of FIFO queues, at most; none: they drive no functions")
    let batchWithoutWindow = f.required("batchWithoutWindow", .count(.atLeast(1)), "the largest batch that needs no window")
    let windowOfLargeBatch = f.required("windowOfLargeBatch", .duration(), "the shortest window of larger batches")
    let window = f.required("window", SettingRule.syntax(.duration()), "for how long messages are gathered")
    let range = f.required("maximumConcurrency", .none(or: .section(CountRange.read)), "the range of this setting; none: there is none")
    let factor = f.required("visibility", .factor(.positive), "by how much the visibility timeout should exceed the function's")
    let margin = f.required(
      "visibilityMargin", .duration(), "what the visibility timeout is above window and timeout, if shorter than both")
    let longPoll = f.required("longPoll", .duration(), "for how long a poll of an empty queue waits")
    let start = f.required("start", .count(.atLeast(1)), "invocations at a time from the beginning")
    let added = f.required("added", .rate, "invocations at a time added while messages remain")
    let most = f.required("most", .count(.atLeast(1)), "invocations at a time at most")
    let least = f.required("least", .count(.atLeast(1)), "invocations at a time that it falls back to without traffic")
    let idleAfter = f.required("idleAfter", .duration(), "after which time without traffic")
    let (left, every) = f.required("backOff", backOff, "after an error or throttle")
    let retry = f.required("retry", .section(QueueRetryRule.read), "of a batch that was throttled; the time doubles")
    return QueueMappingRules(
      batchSize: batchSize, fifoBatchSize: fifoBatchSize, batchWithoutWindow: batchWithoutWindow, windowOfLargeBatch: windowOfLargeBatch,
      window: window, maximumConcurrency: range, visibilityFactor: factor, visibilityMargin: margin, longPoll: longPoll, start: start,
      added: added, most: most,
      least: least, idleAfter: idleAfter, backOff: left, backOffEvery: every, retry: retry,
      provisioned: f.required(
        "provisioned", .none(or: .section(ProvisionedPollerRule.read)), "pollers set aside for one mapping; none: there are none"))
  }
}

extension QueueRetryRule {
  static func read(_ f: inout Fields) -> QueueRetryRule {
    QueueRetryRule(
      base: f.required("base", .duration(.positive), "the first time before it is tried again"),
      cap: f.required("cap", .duration(.positive), "the longest"))
  }
}

extension CountRange {
  /// `low` and `high`.
  static func read(_ f: inout Fields) -> CountRange {
    CountRange(
      minimum: f.required("low", .count(.atLeast(1)), "the smallest"), maximum: f.required("high", .count(.atLeast(1)), "the largest"))
  }

  /// The range.
  var bounds: Bounds { .from(Double(minimum), to: Double(maximum)) }
}

extension ProvisionedPollerRule {
  static func read(_ f: inout Fields) -> ProvisionedPollerRule {
    ProvisionedPollerRule(
      least: f.required("min", SettingRule.syntax(.count()), "how many are there always"),
      most: f.required("max", SettingRule.syntax(.count()), "how many there are at most"),
      invocations: f.required("invocations", .count(.atLeast(1)), "invocations at a time of one poller"),
      polls: f.required("polls", .rate, "polls of one poller"),
      bandwidth: f.required("bandwidth", .bandwidth, "what one poller carries"),
      added: f.required("added", .rate, "invocations at a time added while messages remain"))
  }
}
