internal import Documents

extension StreamTrigger {
  /// The settings of a stream that drives a function.
  static func read(_ f: inout Fields) -> StreamTrigger {
    let rules = f.profile.streams?.mapping ?? StreamRules.blank.mapping
    let batchSize = f.setting("batchSize", rules.batchSize, { .count($0) }, shown: "100", "records in one invocation at most: 1 to 10000")
    let window = f.setting("window", rules.window, { .duration($0) }, shown: "0 s", "for how long records are gathered: 0 s to 300 s")
    let factor = f.setting(
      "parallelizationFactor", rules.parallelizationFactor, { .count($0) }, shown: "1",
      "batches of one shard at a time, in order by key: 1 to 10")
    var trigger = StreamTrigger(batchSize: batchSize, window: window, parallelizationFactor: factor)
    trigger.startingPosition = f.optional(
      "startingPosition", .word, default: .trimHorizon, shown: "trimHorizon", "at the oldest record, or at what comes after the start")
    let retries = Bounds.from(0, to: rules.retries > 1 ? Double(rules.retries) : 1e9)
    trigger.retries =
      f.given(
        "retries", .none(or: .count(f.reading == nil ? .notNegative : retries)), shown: "none: until they expire",
        "retries of a failed batch, up to 10000") ?? nil
    trigger.maximumRecordAge =
      f.given(
        "maximumRecordAge", .none(or: .duration(rules.recordAge.bounds)), shown: "none",
        "the age at which records are given up: 60 s to 7 d") ?? nil
    trigger.bisectOnError = f.optional("bisectOnError", .flag, default: false, shown: "false", "a failed batch is tried again in halves")
    trigger.reportBatchItemFailures = f.optional(
      "reportBatchItemFailures", .flag, default: false, shown: "false", "an invocation says from which record on it failed")
    trigger.tumblingWindow = f.setting(
      "tumblingWindow", rules.tumblingWindow, { .duration($0) }, shown: "0 s",
      "the window whose state is carried from batch to batch: 0 s to 900 s")
    trigger.fanOut = f.optional(
      "fanOut", .word, default: .shared, shown: "shared", "whether it shares the reads of the shards or has a push of its own")
    trigger.onFailure = f.given(
      "onFailure", .name(example: "clicks-dead"), shown: "none", "the queue, topic or bucket that is told of what was given up")
    trigger.filter = f.filter("other records are passed over")
    return trigger
  }
}
