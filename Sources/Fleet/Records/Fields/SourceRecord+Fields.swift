extension SourceRecord {
  /// The way through the fields.
  mutating func pass(_ fields: inout RecordFields) {
    fields.count(&requests)
    fields.count(&attempts)
    fields.count(&succeeded)
    fields.counts(&lost)
    fields.count(&unfinished)
    fields.histogram(&latency)
    fields.histogram(&completion)
    fields.same(&isFollowed)
    fields.causes(&causes)
    fields.causes(&completionCauses)
  }
}
