extension ServiceRecord {
  /// The way through the fields.
  mutating func pass(_ fields: inout RecordFields) {
    fields.count(&offered)
    fields.count(&served)
    fields.count(&servedInVain)
    fields.count(&errors)
    fields.count(&stalled)
    fields.counts(&rejected)
    fields.count(&abandoned)
    fields.count(&leftLine)
    fields.count(&present)
    fields.time(&over)
    fields.count(&answered)
    connections.pass(&fields)
  }
}
