extension EventRecord {
  /// The way through the fields.
  mutating func pass(_ fields: inout RecordFields) {
    fields.count(&received)
    fields.count(&tooLarge)
    fields.count(&processed)
    fields.count(&retried)
    fields.count(&throttled)
    fields.count(&unavailable)
    fields.counts(&dropped)
    fields.count(&unfinished)
    fields.histogram(&age)
    fields.count(&deadLetters)
    fields.count(&deadLetterErrors)
    fields.count(&destinationDeliveries)
    fields.count(&destinationFailures)
  }
}
