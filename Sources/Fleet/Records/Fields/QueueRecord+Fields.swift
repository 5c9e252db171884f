extension QueueRecord {
  /// The way through the fields.
  mutating func pass(_ fields: inout RecordFields) {
    fields.count(&accepted)
    fields.count(&initial)
    fields.count(&refused)
    fields.count(&processed)
    fields.count(&filtered)
    fields.count(&deadLettered)
    fields.count(&expired)
    fields.count(&present)
    fields.count(&receives)
    fields.count(&redeliveries)
    fields.count(&duplicates)
    fields.count(&repeated)
    fields.greatest(&oldest)
    fields.histogram(&age)
    fields.histogram(&time)
    messages.pass(&fields)
    inFlight.pass(&fields)
    requests.pass(&fields)
    fields.area(&pollers)
  }
}

extension QueueRequests {
  /// The way through the fields.
  mutating func pass(_ fields: inout RecordFields) {
    fields.count(&sends)
    fields.count(&receives)
    fields.count(&emptyReceives)
    fields.count(&deletes)
  }
}
