extension SeriesRecord {
  /// The way through the fields.
  mutating func pass(_ fields: inout RecordFields) {
    fields.same(&every)
    fields.list(&functions, []) { $1.intervals(&$0, Interval()) { $0.pass(&$1) } }
    fields.list(&services, Areas()) { $1.intervals(&$0.intervals, 0) { $1.area(&$0) } }
    fields.list(&queues, Areas()) { $1.intervals(&$0.intervals, 0) { $1.area(&$0) } }
  }
}

extension SeriesRecord.Interval {
  /// The way through the fields.
  mutating func pass(_ fields: inout RecordFields) {
    fields.count(&requests)
    fields.count(&throttles)
    fields.count(&failures)
    fields.count(&coldStarts)
    fields.area(&latencySum)
    fields.count(&ended)
    fields.area(&concurrencyArea)
  }
}
