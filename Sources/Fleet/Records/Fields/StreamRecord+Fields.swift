extension StreamRecord {
  /// The way through the fields.
  mutating func pass(_ fields: inout RecordFields) {
    fields.count(&initial)
    fields.count(&accepted)
    fields.count(&writeThrottles)
    fields.count(&tooLarge)
    fields.count(&unavailable)
    fields.count(&bytes)
    fields.count(&units)
    shards.pass(&fields)
    fields.list(&consumers, StreamConsumerRecord()) { $0.pass(&$1) }
  }
}

extension StreamConsumerRecord {
  /// The way through the fields.
  mutating func pass(_ fields: inout RecordFields) {
    fields.same(&function)
    fields.same(&isPushed)
    fields.count(&offered)
    fields.count(&processed)
    fields.count(&receives)
    fields.count(&redeliveries)
    fields.count(&filtered)
    fields.counts(&discarded)
    fields.count(&expired)
    fields.count(&present)
    records.pass(&fields)
    fields.count(&reads)
    fields.count(&bytes)
    fields.count(&attempts)
    fields.count(&failures)
    fields.count(&refusals)
    fields.count(&discardedBatches)
    fields.count(&lastInvokeCount)
    fields.count(&lastBatchSize)
    fields.count(&lostNotices)
    fields.count(&windows)
    fields.histogram(&iteratorAge)
    fields.histogram(&age)
    fields.time(&lastIteratorAge)
    blocked.pass(&fields)
  }
}
