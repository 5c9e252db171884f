extension FunctionRecord {
  /// The way through the fields.
  mutating func pass(_ fields: inout RecordFields) {
    fields.count(&offered)
    fields.counts(&refused)
    fields.count(&succeeded)
    fields.count(&errors)
    fields.count(&timeouts)
    fields.count(&unfinished)
    fields.count(&coldStarts)
    fields.count(&pings)
    fields.histogram(&latency)
    fields.histogram(&successLatency)
    fields.histogram(&duration)
    fields.histogram(&start)
    for index in startParts.indices { fields.histogram(&startParts[index]) }
    fields.causes(&causes)
    concurrency.pass(&fields)
    instances.pass(&fields)
    provisioned.pass(&fields)
    fields.area(&wasted)
    continuations.pass(&fields)
    meter.pass(&fields)
  }
}

extension ContinuationRecord {
  /// The way through the fields.
  mutating func pass(_ fields: inout RecordFields) {
    fields.count(&handedOn)
    fields.count(&onSame)
    fields.count(&onWarm)
    fields.count(&onNew)
    fields.count(&saved)
    fields.count(&passesLost)
  }
}

extension FunctionMeter {
  /// The way through the fields.
  mutating func pass(_ fields: inout RecordFields) {
    fields.count(&requests)
    fields.count(&onDemandMilliseconds)
    fields.count(&provisionedMilliseconds)
    fields.count(&initMilliseconds)
    fields.count(&cpuMicroseconds)
    fields.count(&instanceMilliseconds)
    fields.count(&restores)
    fields.count(&failedRequests)
    fields.count(&failedMilliseconds)
    fields.count(&retriedRequests)
    fields.count(&retriedMilliseconds)
    fields.count(&wastedMilliseconds)
  }
}

extension LevelRecord {
  /// The way through the fields.
  mutating func pass(_ fields: inout RecordFields) {
    fields.area(&area)
    fields.greatest(&peak)
    fields.count(&last)
  }
}
