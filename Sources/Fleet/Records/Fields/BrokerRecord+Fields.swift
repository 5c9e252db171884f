extension BrokerRecord {
  /// The way through the fields.
  mutating func pass(_ fields: inout RecordFields) {
    fields.count(&offered)
    fields.count(&tooLarge)
    fields.count(&unavailable)
    fields.count(&throttled)
    fields.count(&accepted)
    fields.count(&bytes)
    fields.count(&units)
    fields.count(&fetches)
    fields.count(&fetchesThrottled)
    fields.count(&fetchesUnavailable)
    fields.count(&bytesFetched)
  }
}

extension SubscriptionRecord {
  /// The way through the fields.
  mutating func pass(_ fields: inout RecordFields) {
    fields.count(&filtered)
    fields.count(&delivered)
    fields.count(&failures)
    fields.counts(&dropped)
    fields.count(&deadLetters)
    fields.count(&deadLetterErrors)
    fields.count(&unfinished)
    fields.count(&bytes)
    fields.count(&units)
    fields.histogram(&latency)
  }
}
