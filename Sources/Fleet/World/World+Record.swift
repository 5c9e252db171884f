import Simulation
import Statistics

extension World {
  /// Writes down what a run was.
  ///
  /// - Parameter isComplete: whether it came to its end; the window of one that did not ends where it was stopped.
  mutating func record(_ blueprint: Blueprint, arrivals: UInt64, isComplete: Bool = true) -> RunRecord {
    recorder.fold()
    let completeEnd = openRequests > 0 ? plan.end : max(plan.arrivalsEnd, min(agenda.now, plan.end))
    let endedAt = isComplete ? completeEnd : agenda.now
    if endedAt < plan.arrivalsEnd { closeWindow() }
    closeSeries(at: endedAt)
    var record = RunRecord(window: plan.measureFrom..<max(plan.measureFrom, min(endedAt, plan.arrivalsEnd)))
    record.isComplete = isComplete
    record.endedAt = endedAt
    record.events = arrivals + agenda.events - uncountedEvents
    record.accountConcurrency = measured.account
    record.functions = functionRecords(blueprint)
    record.sources = sourceRecords(blueprint)
    record.services = serviceRecords(blueprint)
    record.queues = queueRecords()
    record.streams = streamRecords(blueprint)
    addDeliveries(to: &record)
    countUnfinished(&record)
    record.schedules = Array(record.sources.dropFirst(blueprint.trafficCount))
    record.sources.removeLast(blueprint.scheduleCount)
    record.hops = blueprint.hops.indices.map { HopRecord(callers.books[$0], of: blueprint.hops[$0]) }
    record.series = recorder.series
    return record
  }

  private func functionRecords(_ blueprint: Blueprint) -> [FunctionRecord] {
    var records = blueprint.functions.indices.map { index in
      var record = FunctionRecord()
      record.offered = functions.states[index].offered
      record.continuations = ContinuationRecord(steps.continuations[UInt32(index)])
      record.concurrency = measured.functions[index].concurrency
      record.instances = measured.functions[index].instances
      record.provisioned = measured.functions[index].provisioned
      record.meter.restores = recorder.functionTallies[index].restores
      record.meter.instanceMilliseconds = recorder.functionTallies[index].busyMilliseconds
      let parts = StartPart.allCases.count
      for part in 0..<parts { record.startParts[part] = recorder.startHistograms.histogram(of: index * (parts + 1) + part) }
      record.start = recorder.startHistograms.histogram(of: index * (parts + 1) + parts)
      return record
    }
    for (flow, function) in blueprint.flowFunctions.enumerated() where function != .max { add(flow, to: &records[Int(function)]) }
    return records
  }

  private func histogram(_ measure: Recorder.Measure, of source: Int) -> LatencyHistogram {
    recorder.histograms.histogram(of: source * Recorder.Measure.count + measure.rawValue)
  }

  private func add(_ source: Int, to record: inout FunctionRecord) {
    let tally = recorder.tallies[source]
    let (direct, waited, failed) = (
      recorder.directHistograms.histogram(of: source), histogram(.waited, of: source), histogram(.failed, of: source)
    )
    for part in [direct, waited] { record.successLatency.add(part) }
    for part in [direct, waited, failed] { record.latency.add(part) }
    for part in [direct, histogram(.waitedDuration, of: source), histogram(.failedDuration, of: source)] { record.duration.add(part) }
    let ended = direct.count + waited.count + failed.count
    record.succeeded += direct.count + waited.count
    record.errors += failed.count - tally.timeouts
    record.timeouts += tally.timeouts
    record.coldStarts += tally.coldStarts
    record.pings += tally.pings
    record.wasted += tally.wasted
    record.causes.add(recorder.causes.table(of: source))
    for refusal in Refusal.allCases { record.refused[Int(refusal.rawValue)] += tally.refused[Int(refusal.rawValue)] }
    record.meter.requests += ended + tally.pings
    record.meter.onDemandMilliseconds += recorder.billed[source].onDemand
    record.meter.provisionedMilliseconds += recorder.billed[source].provisioned
    record.meter.initMilliseconds += tally.initMilliseconds
    record.meter.cpuMicroseconds += tally.cpuMicroseconds
    record.meter.failedRequests += failed.count - tally.failedRetries
    record.meter.failedMilliseconds += tally.failedMilliseconds
    record.meter.retriedRequests += tally.failedRetries
    record.meter.retriedMilliseconds += tally.retriedMilliseconds
    record.meter.wastedMilliseconds += tally.wastedMilliseconds
  }

  private func sourceRecords(_ blueprint: Blueprint) -> [SourceRecord] {
    (0..<blueprint.trafficCount + blueprint.scheduleCount).map { index in
      let source = blueprint.sources[index]
      if source.isFollowed { return followedRecord(index) }
      return source.client >= 0 || source.kind == .users || source.target != nil ? watchedRecord(index) : plainRecord(index)
    }
  }

  /// The record of a source whose callers watch over their requests: what they saw.
  private func watchedRecord(_ source: Int) -> SourceRecord {
    var record = SourceRecord()
    record.requests = traffic.counts[source].sent
    record.attempts = traffic.attempts[source]
    record.completion = histogram(.completed, of: source)
    record.latency = record.completion
    record.latency.add(histogram(.answeredBadly, of: source))
    record.succeeded = record.completion.count
    for loss in Loss.allCases { record.lost[Int(loss.rawValue)] = recorder.tallies[source].lost[Int(loss.rawValue)] }
    record.causes = recorder.clientCauses.table(of: source)
    record.completionCauses = record.causes
    return record
  }

  /// The record of a source whose requests set off more than their answer.
  private func followedRecord(_ source: Int) -> SourceRecord {
    var record = watchedRecord(source)
    record.isFollowed = true
    record.latency = histogram(.answeredWell, of: source)
    record.latency.add(histogram(.answeredBadly, of: source))
    record.completionCauses = recorder.completionCauses.table(of: source)
    return record
  }

  /// The record of a source whose requests are tried once: what the function saw of them.
  private func plainRecord(_ source: Int) -> SourceRecord {
    let tally = recorder.tallies[source]
    var record = SourceRecord()
    record.requests = traffic.counts[source].sent
    record.attempts = record.requests
    record.completion = recorder.directHistograms.histogram(of: source)
    record.completion.add(histogram(.waited, of: source))
    record.latency = record.completion
    let failed = histogram(.failed, of: source)
    record.latency.add(failed)
    record.succeeded = record.completion.count
    record.lost[Int(Loss.error.rawValue)] = failed.count - tally.timeouts
    record.lost[Int(Loss.timeout.rawValue)] = tally.timeouts
    for refusal in Refusal.allCases {
      record.lost[Int(refusal.loss.rawValue)] += tally.refused[Int(refusal.rawValue)]
    }
    record.causes = recorder.causes.table(of: source)
    record.completionCauses = record.causes
    return record
  }

  /// Counts what had not ended: as infinitely late, not as gone.
  private mutating func countUnfinished(_ record: inout RunRecord) {
    for index in 0..<UInt32(functions.invocations.count) {
      let invocation = functions.invocations[index]
      guard invocation.isLive && invocation.isMeasured && !invocation.isPing else { continue }
      record.functions[Int(invocation.function)].unfinished += 1
      if let every = recorder.series?.every {
        recorder.changeInterval(Int(invocation.arrived / every), of: Int(invocation.function)) { $0.requests += 1 }
      }
      if !invocation.carriesItems && plan.routes[invocation.source].isPlain && plan.sources[invocation.source].kind != .users {
        record.sources[Int(invocation.source)].unfinished += 1
      }
    }
    for index in 0..<UInt32(traffic.calls.count) {
      let call = traffic.calls[index]
      if call.isLive && call.isMeasured && call.journey == Item.none { record.sources[Int(call.source)].unfinished += 1 }
    }
    for index in 0..<UInt32(items.journeys.count) where items.journeys[index].isLive && items.journeys[index].isMeasured {
      record.sources[Int(items.journeys[index].source)].unfinished += 1
    }
  }

  private mutating func serviceRecords(_ blueprint: Blueprint) -> [ServiceRecord] {
    blueprint.services.indices.map { index in
      services.noteLimit(UInt32(index), isMet: false, plan, at: agenda.now)
      var record = ServiceRecord(services.states[index].books)
      record.connections = measured.services[index]
      record.present = services.present(UInt32(index))
      return record
    }
  }
}
