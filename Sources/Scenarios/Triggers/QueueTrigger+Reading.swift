internal import Documents

extension QueueTrigger {
  /// The settings of a queue that drives a function.
  static func read(_ f: inout Fields) -> QueueTrigger {
    let rules = f.profile.queues?.mapping ?? QueueRules.blank.mapping
    let batchSize = f.setting(
      "batchSize", rules.batchSize, { .count($0) }, shown: "10",
      "messages in one invocation at most: 1 to 10000, above 10 with a window of 1 s or longer; fifo 1 to 10")
    let window = f.setting(
      "window", rules.window, { .duration($0) }, shown: "0 s", "for how long messages are gathered: 0 s to 300 s; standard queues only")
    if f.profile.queues != nil, batchSize > rules.batchWithoutWindow, window < rules.windowOfLargeBatch {
      f.note(.largeBatch(batchSize, window: rules.windowOfLargeBatch), value: "batchSize")
    }
    let bounds = rules.maximumConcurrency?.bounds ?? .atLeast(1)
    let concurrency = f.given(
      "maximumConcurrency", .none(or: .count(f.reading == nil ? .any : bounds)), shown: "none", "invocations at a time at most, 2 to 1000")
    let pollers = f.given(
      "provisionedPollers", .section { Pollers.read(&$0, rules.provisioned) }, shown: "none",
      "pollers set aside for this mapping; excludes maximumConcurrency")
    if concurrency ?? nil != nil, rules.maximumConcurrency == nil, f.profile.queues != nil {
      f.note(.elementUnavailable("maximumConcurrency"), key: "maximumConcurrency")
    }
    if pollers != nil, rules.provisioned == nil, f.profile.queues != nil {
      f.note(.elementUnavailable("provisionedPollers"), key: "provisionedPollers")
    }
    if concurrency ?? nil != nil, pollers != nil {
      f.note(
        .combination("'maximumConcurrency' and 'provisionedPollers' exclude each other", mend: "keep one of them"),
        key: "provisionedPollers")
    }
    let reports = f.optional(
      "reportBatchItemFailures", .flag, default: false, shown: "false", "an invocation says which of its messages failed")
    return QueueTrigger(
      batchSize: batchSize, window: window, maximumConcurrency: concurrency ?? nil, provisionedPollers: pollers,
      reportBatchItemFailures: reports, filter: f.filter("other messages are deleted"))
  }
}

extension QueueTrigger.Pollers {
  fileprivate static func read(_ f: inout Fields, _ rule: ProvisionedPollerRule?) -> QueueTrigger.Pollers {
    let blank = SettingRule(standard: 1, minimum: 0, maximum: Int.max)
    let least = f.setting("min", rule?.least ?? blank, { .count($0) }, shown: "2", "how many are there always: 2 to 200")
    let most = f.setting("max", rule?.most ?? blank, { .count($0) }, shown: "200", "how many there are at most: 2 to 2000")
    if f.reading != nil, most < least { f.note(.combination("'max' is below 'min'", mend: "raise it"), value: "max") }
    return QueueTrigger.Pollers(min: least, max: most)
  }
}
