extension DoorRecord {
  /// The way through the fields.
  mutating func pass(_ fields: inout RecordFields) {
    fields.count(&requests)
    fields.count(&throttled)
    fields.count(&throttledByAccount)
    fields.count(&tooLarge)
    fields.count(&unavailable)
    fields.count(&succeeded)
    fields.count(&errors)
    fields.count(&timeouts)
    fields.count(&refused)
    fields.count(&abandoned)
    fields.count(&unfinished)
    fields.count(&bytesIn)
    fields.count(&bytesOut)
    fields.count(&units)
    fields.histogram(&latency)
  }
}
