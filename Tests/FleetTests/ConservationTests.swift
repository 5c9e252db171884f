import Simulation
import Statistics
import Testing

@testable import Fleet

@Suite("Conservation")
struct ConservationTests {
  @Test("nothing is lost and no limit exceeded in random fleets", arguments: 0..<10)
  func random(batch: Int) throws {
    for seed in batch * 50..<(batch + 1) * 50 {
      let blueprint = RandomFleet.full(seed)
      let record = try Run.simulate(blueprint)
      for (index, function) in record.functions.enumerated() { check(function, "fleet \(seed), function \(index)") }
      for (index, queue) in record.queues.enumerated() { check(queue, "fleet \(seed), queue \(index)") }
      for (index, source) in record.sources.enumerated() {
        check(source, isFollowed: blueprint.sources[index].isFollowed, "fleet \(seed), source \(index)")
      }
      for (index, hop) in record.hops.enumerated() {
        #expect(
          hop.attempts == hop.retried + hop.succeeded + hop.failed && hop.rejected + hop.unpaid <= hop.failed, "fleet \(seed), hop \(index)"
        )
      }
      for (index, service) in record.services.enumerated() { check(service, "fleet \(seed), service \(index)") }
      for (index, stream) in record.streams.enumerated() { check(stream, "fleet \(seed), stream \(index)") }
      checkDeliveries(record, blueprint, "fleet \(seed)")
      checkLimits(record, blueprint, "fleet \(seed)")
      checkSeries(record, blueprint, "fleet \(seed)")
    }
  }

  /// A property holds of fleets in which nothing happens, too.
  @Test("the random fleets call, give up, fail and are refused in every way")
  func coverage() throws {
    var services = ServiceRecord()
    var hops = HopRecord()
    var refused = [Int64](repeating: 0, count: Refusal.allCases.count)
    var wasted: Int128 = 0
    for seed in 0..<200 {
      let record = try Run.simulate(RandomFleet.full(seed))
      wasted += record.functions.reduce(0) { $0 + $1.wasted }
      for hop in record.hops {
        hops.retried += hop.retried
        hops.rejected += hop.rejected
        hops.opened += hop.opened
        hops.unpaid += hop.unpaid
        hops.paced += hop.paced
      }
      for function in record.functions {
        for index in refused.indices { refused[index] += function.refused[index] }
      }
      for service in record.services {
        services.answered += service.answered
        services.served += service.served
        services.errors += service.errors
        services.stalled += service.stalled
        services.abandoned += service.abandoned
        services.leftLine += service.leftLine
        services.over += service.over
        for index in services.rejected.indices { services.rejected[index] += service.rejected[index] }
      }
    }
    #expect(services.served > 1000 && services.errors > 100 && services.stalled > 10)
    #expect(services.rejected.allSatisfy { $0 > 10 }, "\(services.rejected)")
    #expect(services.abandoned > 100 && services.leftLine > 10 && services.over > 0 && wasted > 0)
    #expect(services.answered > 0 && hops.retried > 1000 && hops.rejected > 100 && hops.opened > 100, "\(hops)")
    #expect(hops.unpaid > 10 && hops.paced > 0, "\(hops)")
    #expect(refused[Int(Refusal.outage.rawValue)] > 10 && refused[Int(Refusal.injectedThrottle.rawValue)] > 10, "\(refused)")
  }

  private func check(_ function: FunctionRecord, _ name: String) {
    let refused = function.refused.reduce(0, +)
    #expect(function.offered == refused + function.ended + function.unfinished, "\(name): requests")
    #expect(function.latency.count == function.ended && function.duration.count == function.ended, "\(name): histograms")
    #expect(function.successLatency.count == function.succeeded, "\(name): histogram of successes")
    #expect(function.coldStarts <= function.ended, "\(name): cold starts")
    #expect(waited(function.causes) <= function.latency.sum, "\(name): causes beyond the latencies")
    #expect(function.duration.sum <= function.latency.sum, "\(name): durations beyond the latencies")
    #expect(function.startParts.reduce(0) { $0 + $1.sum } == function.start.sum, "\(name): parts of starts")
    #expect(function.wasted <= function.duration.sum, "\(name): waste")
  }

  private func check(_ queue: QueueRecord, _ name: String) {
    #expect(queue.isConserved, "\(name): messages, \(queue)")
    #expect(queue.present >= 0, "\(name): \(queue.present) present")
    #expect(queue.time.count == queue.processed && queue.age.count == queue.processed, "\(name): histograms")
    #expect(queue.receives >= queue.processed + queue.filtered && queue.redeliveries <= queue.receives, "\(name): receives")
  }

  private func check(_ source: SourceRecord, isFollowed: Bool, _ name: String) {
    #expect(source.requests == source.succeeded + source.lost.reduce(0, +) + source.unfinished, "\(name): requests")
    #expect(source.attempts >= source.requests, "\(name): attempts")
    #expect(source.completion.count == source.succeeded, "\(name): completions")
    #expect(waited(source.causes) <= source.latency.sum, "\(name): causes beyond the latencies")
    if isFollowed { #expect(waited(source.completionCauses) <= source.completion.sum, "\(name): causes beyond the completions") }
  }

  /// What was given up in line or without an answer has no other end; what was at work then ends as if nothing had happened.
  private func check(_ service: ServiceRecord, _ name: String) {
    let ended = service.served + service.errors + service.stalled + service.rejected.reduce(0, +)
    #expect(service.offered == ended + service.leftLine + service.present, "\(name): requests")
  }

  /// What is present is counted one by one, the rest as it happens.
  private func check(_ stream: StreamRecord, _ name: String) {
    for (index, consumer) in stream.consumers.enumerated() {
      let ended = consumer.processed + consumer.filtered + consumer.discarded.reduce(0, +) + consumer.expired
      #expect(consumer.offered == ended + consumer.present, "\(name), consumer \(index): records")
      #expect(consumer.offered == stream.accepted || consumer.offered == stream.accepted + stream.initial, "\(name): copies")
      #expect(consumer.failures <= consumer.attempts, "\(name): attempts")
    }
  }

  private func waited(_ causes: CauseTable) -> Int128 {
    Cause.allCases.reduce(0) { $0 + ($1 == .running ? 0 : causes.spent(on: $1)) }
  }

  private func checkLimits(_ record: RunRecord, _ blueprint: Blueprint, _ name: String) {
    // Where provisioned concurrency changes, what was accepted before runs on beyond the new limits.
    guard blueprint.provisioned.isEmpty else { return }
    var most = blueprint.account.sharedConcurrency ?? .max
    for (index, plan) in blueprint.functions.enumerated() {
      let peak = record.functions[index].concurrency.peak
      if plan.reserved >= 0 {
        #expect(peak <= plan.reserved, "\(name), function \(index): reserved concurrency")
        if most < .max { most += Int64(plan.reserved) }
      }
      if plan.ceiling >= 0 { #expect(peak <= plan.ceiling, "\(name), function \(index): ceiling") }
    }
    #expect(record.accountConcurrency.peak <= most, "\(name): account")
    let area = record.functions.reduce(Int128(0)) { $0 + $1.concurrency.area }
    #expect(area == record.accountConcurrency.area, "\(name): the functions' concurrency is the account's")
  }

  private func checkSeries(_ record: RunRecord, _ blueprint: Blueprint, _ name: String) {
    guard let series = record.series, blueprint.measureFrom == 0 else { return }
    for (index, function) in record.functions.enumerated() {
      let intervals = series.functions[index]
      #expect(intervals.reduce(0) { $0 + $1.requests } == function.offered, "\(name), function \(index): series")
      #expect(intervals.reduce(0) { $0 + $1.throttles } == function.throttles, "\(name), function \(index): series of throttles")
      #expect(intervals.reduce(0) { $0 + $1.coldStarts } == function.coldStarts, "\(name), function \(index): series of cold starts")
    }
  }
}
