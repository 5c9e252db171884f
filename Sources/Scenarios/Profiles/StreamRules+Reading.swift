internal import Documents

extension StreamRules {
  /// What stands for the streams of a platform that has none.
  static let blank = Fields.standard(read)

  static func read(_ f: inout Fields) -> StreamRules {
    f.ignored("sources")
    let kind = Syntax<StreamKindRule?>.none(or: .section(StreamKindRule.read))
    return StreamRules(
      kinesis: f.required("kinesis", kind, "Kinesis data streams; none: not offered"),
      dynamodb: f.required("dynamodb", kind, "the streams of DynamoDB tables; none: not offered"),
      write: f.required("write", .section(ShardWriteRule.read), "what one shard takes in"),
      read: f.required("read", .section(ShardReadRule.read), "what one shard gives to all polls together"),
      enhanced: f.required("enhanced", .none(or: .section(EnhancedFanOutRule.read)), "reading by a push of one's own; none: not offered"),
      onDemand: f.required("onDemand", .none(or: .section(OnDemandRule.read)), "streams that follow what is written; none: not offered"),
      reshard: f.required("reshard", .section(ReshardRule.read), "changes of the number of shards"),
      mapping: f.required("mapping", .section(StreamMappingRules.read), "how a stream drives a function"))
  }
}

extension StreamKindRule {
  static func read(_ f: inout Fields) -> StreamKindRule {
    StreamKindRule(
      retention: f.required("retention", SettingRule.syntax(.duration()), "for how long a record is kept"),
      recordSize: f.required("recordSize", SettingRule.syntax(.size()), "the largest record"),
      polls: f.required("polls", .rate, "polls of each shard by one reader while nothing is there"),
      overhead: f.required("overhead", .durations(), "from the answer of a poll to the handler of a warm function"),
      readers: f.required("readers", .none(or: .count(.atLeast(1))), "readers that a shard bears before it throttles"))
  }
}

extension ShardWriteRule {
  static func read(_ f: inout Fields) -> ShardWriteRule {
    ShardWriteRule(
      bandwidth: f.required("bandwidth", .bandwidth, "bytes per second"), records: f.required("records", .rate, "records per second"),
      unit: f.required("unit", .size(.positive), "the bytes for which a record counts as one more unit of payload"))
  }
}

extension ShardReadRule {
  static func read(_ f: inout Fields) -> ShardReadRule {
    ShardReadRule(
      bandwidth: f.required("bandwidth", .bandwidth, "bytes per second"), calls: f.required("calls", .rate, "polls per second"),
      size: f.required("size", .size(.positive), "the largest answer of a poll"),
      records: f.required("records", .count(.atLeast(1)), "records in the answer of a poll at most"))
  }
}

extension EnhancedFanOutRule {
  static func read(_ f: inout Fields) -> EnhancedFanOutRule {
    EnhancedFanOutRule(
      bandwidth: f.required("bandwidth", .bandwidth, "what a shard gives to each such reader"),
      latency: f.required("latency", .durations(), "from writing to the handler of a warm function"))
  }
}

extension OnDemandRule {
  static func read(_ f: inout Fields) -> OnDemandRule {
    OnDemandRule(
      shards: f.required("shards", .count(.atLeast(1)), "shards at the start"),
      headroom: f.required("headroom", .factor(.positive), "it bears so many times its peak so far"),
      within: f.required("within", .duration(), "faster growth than that is throttled"),
      memory: f.required("memory", .duration(), "for how long a peak counts"))
  }
}

extension ReshardRule {
  static func read(_ f: inout Fields) -> ReshardRule {
    ReshardRule(
      takes: f.required("takes", .duration(), "how long a change takes"),
      growth: f.required("growth", .factor(.atLeast(1)), "the largest new number by the old one"),
      shrinkage: f.required("shrinkage", .factor(.share), "the smallest new number by the old one"),
      perDay: f.required("perDay", .count(.atLeast(1)), "changes within any 24 h at most"))
  }
}

extension StreamMappingRules {
  static func read(_ f: inout Fields) -> StreamMappingRules {
    f.ignored("sources")
    let duration = SettingRule.syntax(.duration())
    let count = SettingRule.syntax(.count())
    let retry = Syntax<(Int64, Int64)>.section { f in
      (
        f.required("base", .duration(.positive), "the first wait, then doubled"),
        f.required("cap", .duration(.positive), "the longest wait")
      )
    }
    let batchSize = f.required("batchSize", count, "records in one invocation")
    let window = f.required("window", duration, "for how long records are gathered")
    let factor = f.required("parallelizationFactor", count, "batches of one shard at a time")
    let retries = f.required("retries", .count(), "retries of a batch at most, where they are limited")
    let recordAge = f.required("recordAge", duration, "the age at which records are given up, where it is limited")
    let tumbling = f.required("tumblingWindow", duration, "the window of carried state")
    let (base, cap) = f.required("retry", retry, "the pace of retries of a failed batch")
    return StreamMappingRules(
      batchSize: batchSize, window: window, parallelizationFactor: factor, retries: retries, recordAge: recordAge, tumblingWindow: tumbling,
      retryBase: base, retryCap: cap, notice: f.required("notice", .size(), "what a destination is told of a batch that was given up"))
  }
}
