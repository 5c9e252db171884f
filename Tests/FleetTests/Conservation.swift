import Simulation
import Statistics

@testable import Fleet

/// What must hold of every run: what came in came to one end or is still there, and no limit was exceeded.
struct Conservation {
  private(set) var violations: [String] = []

  /// What does not hold of a fleet's run.
  static func violations(in blueprint: Blueprint) throws -> [String] { violations(in: try Run.simulate(blueprint), of: blueprint) }

  /// What does not hold of a record of a fleet's run, or of several together.
  static func violations(in record: RunRecord, of blueprint: Blueprint) -> [String] {
    var found = Conservation()
    found.check(record, blueprint)
    return found.violations
  }

  mutating func expect(_ holds: Bool, _ what: @autoclosure () -> String) {
    if !holds { violations.append(what()) }
  }

  private mutating func check(_ record: RunRecord, _ blueprint: Blueprint) {
    for (index, function) in record.functions.enumerated() { check(function, "function \(index)") }
    for (index, queue) in record.queues.enumerated() { check(queue, "queue \(index)") }
    for (index, source) in record.sources.enumerated() {
      check(source, isFollowed: blueprint.sources[index].isFollowed, "source \(index)")
    }
    for (index, hop) in record.hops.enumerated() {
      expect(
        hop.attempts == hop.retried + hop.succeeded + hop.failed && hop.rejected + hop.unpaid <= hop.failed, "hop \(index)"
      )
    }
    for (index, service) in record.services.enumerated() { check(service, "service \(index)") }
    for (index, stream) in record.streams.enumerated() { check(stream, "stream \(index)") }
    checkDeliveries(record, blueprint)
    checkLimits(record, blueprint)
    checkSeries(record, blueprint)
  }

  private mutating func check(_ function: FunctionRecord, _ name: String) {
    let refused = function.refused.reduce(0, +)
    expect(function.offered == refused + function.ended + function.unfinished, "\(name): requests")
    expect(function.latency.count == function.ended && function.duration.count == function.ended, "\(name): histograms")
    expect(function.successLatency.count == function.succeeded, "\(name): histogram of successes")
    expect(function.coldStarts <= function.ended, "\(name): cold starts")
    expect(waited(function.causes) <= function.latency.sum, "\(name): causes beyond the latencies")
    expect(function.duration.sum <= function.latency.sum, "\(name): durations beyond the latencies")
    expect(function.startParts.reduce(0) { $0 + $1.sum } == function.start.sum, "\(name): parts of starts")
    expect(function.wasted <= function.duration.sum, "\(name): waste")
  }

  private mutating func check(_ queue: QueueRecord, _ name: String) {
    expect(queue.isConserved, "\(name): messages, \(queue)")
    expect(queue.present >= 0, "\(name): \(queue.present) present")
    expect(queue.time.count == queue.processed && queue.age.count == queue.processed, "\(name): histograms")
    expect(queue.receives >= queue.processed + queue.filtered && queue.redeliveries <= queue.receives, "\(name): receives")
  }

  private mutating func check(_ source: SourceRecord, isFollowed: Bool, _ name: String) {
    expect(source.requests == source.succeeded + source.lost.reduce(0, +) + source.unfinished, "\(name): requests")
    expect(source.attempts >= source.requests, "\(name): attempts")
    expect(source.completion.count == source.succeeded, "\(name): completions")
    expect(waited(source.causes) <= source.latency.sum, "\(name): causes beyond the latencies")
    if isFollowed { expect(waited(source.completionCauses) <= source.completion.sum, "\(name): causes beyond the completions") }
  }

  /// What was given up in line or without an answer has no other end; what was at work then ends as if nothing had happened.
  private mutating func check(_ service: ServiceRecord, _ name: String) {
    let ended = service.served + service.errors + service.stalled + service.rejected.reduce(0, +)
    expect(service.offered == ended + service.leftLine + service.present, "\(name): requests")
  }

  /// What is present is counted one by one, the rest as it happens.
  private mutating func check(_ stream: StreamRecord, _ name: String) {
    for (index, consumer) in stream.consumers.enumerated() {
      let ended = consumer.processed + consumer.filtered + consumer.discarded.reduce(0, +) + consumer.expired
      expect(consumer.offered == ended + consumer.present, "\(name), consumer \(index): records")
      expect(consumer.offered == stream.accepted || consumer.offered == stream.accepted + stream.initial, "\(name): copies")
      expect(consumer.failures <= consumer.attempts, "\(name): attempts")
    }
  }

  private func waited(_ causes: CauseTable) -> Int128 {
    Cause.allCases.reduce(0) { $0 + ($1 == .running ? 0 : causes.spent(on: $1)) }
  }

  private mutating func checkLimits(_ record: RunRecord, _ blueprint: Blueprint) {
    // Where provisioned concurrency changes, what was accepted before runs on beyond the new limits.
    guard blueprint.provisioned.isEmpty else { return }
    var most = blueprint.account.sharedConcurrency ?? .max
    for (index, plan) in blueprint.functions.enumerated() {
      let peak = record.functions[index].concurrency.peak
      if plan.reserved >= 0 {
        expect(peak <= plan.reserved, "function \(index): reserved concurrency")
        if most < .max { most += Int64(plan.reserved) }
      }
      if plan.ceiling >= 0 { expect(peak <= plan.ceiling, "function \(index): ceiling") }
    }
    expect(record.accountConcurrency.peak <= most, "account")
    let area = record.functions.reduce(Int128(0)) { $0 + $1.concurrency.area }
    expect(area == record.accountConcurrency.area, "the functions' concurrency is the account's")
  }

  private mutating func checkSeries(_ record: RunRecord, _ blueprint: Blueprint) {
    guard let series = record.series, blueprint.measureFrom == 0 else { return }
    for (index, function) in record.functions.enumerated() {
      let intervals = series.functions[index]
      expect(intervals.reduce(0) { $0 + $1.requests } == function.offered, "function \(index): series")
      expect(intervals.reduce(0) { $0 + $1.throttles } == function.throttles, "function \(index): series of throttles")
      expect(intervals.reduce(0) { $0 + $1.coldStarts } == function.coldStarts, "function \(index): series of cold starts")
    }
  }
}
