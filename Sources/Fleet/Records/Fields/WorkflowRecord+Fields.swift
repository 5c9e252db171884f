extension WorkflowRecord {
  /// The way through the fields.
  mutating func pass(_ fields: inout RecordFields) {
    fields.count(&offered)
    fields.count(&throttled)
    fields.count(&tooLarge)
    fields.count(&badInputs)
    fields.count(&started)
    fields.count(&children)
    fields.count(&succeeded)
    fields.count(&failed)
    fields.count(&timedOut)
    fields.count(&aborted)
    fields.count(&transitions)
    fields.count(&delayed)
    fields.time(&delay)
    fields.count(&billedTransitions)
    fields.count(&expressRequests)
    fields.count(&expressMemoryMilliseconds)
    fields.count(&unfinished)
    fields.histogram(&duration)
  }
}
