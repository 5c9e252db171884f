import Simulation
import Statistics
import Testing
import Variates

@testable import Fleet

/// Asynchronous invocations, worked by hand; times in seconds.
@Suite("Asynchronous invocations")
struct EventTests {
  /// One function that is invoked asynchronously, the policy of AWS Lambda, and a series by the second.
  private func fleet(
    milliseconds: Double, failing: Double = 0, at seconds: [Double], _ change: (inout SmallFleet) -> Void = { _ in }
  ) throws -> RunRecord {
    var fleet = SmallFleet(seconds: 3000)
    let function = fleet.addFunction(milliseconds: milliseconds, failing: failing)
    let target = fleet.target(.event, function)
    fleet.addSource(at: seconds, to: target)
    var plan = EventPlan()
    plan.retry = RetryPlan(retries: 2)
    (plan.retry.maximumAge, plan.retry.pauses) = (6 * 3600 * .second, 2)
    fleet.blueprint.pauses = [60 * .second, 120 * .second]
    fleet.blueprint.events = [plan]
    fleet.blueprint.seriesEvery = .second
    change(&fleet)
    return try fleet.run()
  }

  /// - Source: AWS Lambda Developer Guide: two retries, one minute after the first failure and two after the second.
  @Test("a failing event is tried at 0, about 60 and about 180 seconds, and then given up")
  func errors() throws {
    let record = try fleet(milliseconds: 500, failing: 1, at: [0.25])
    #expect(record.series?.seconds(of: 0) == [0, 60, 181], "0.25 + 0.5 + 60 = 60.75, + 0.5 + 120 = 181.25")
    #expect(record.functions[0].errors == 3)
    let event = record.asyncEvents[0]
    #expect(event.received == 1 && event.retried == 2 && event.dropped == [1, 0, 0, 0, 0] && event.processed == 0)
    #expect(record.sources[0].lost[Int(Loss.retriesExhausted.rawValue)] == 1)
  }

  /// Another request has the only unit of concurrency from 0 to 1,000.
  private func throttled(_ change: (inout SmallFleet) -> Void = { _ in }) throws -> RunRecord {
    var fleet = SmallFleet(seconds: 3000, sources: 2)
    let function = fleet.addFunction(milliseconds: 1_000_000)
    fleet.blueprint.functions[0].reserved = 1
    let event = fleet.target(.event, function)
    let call = fleet.target(.function, function)
    fleet.addSource(at: [1], to: event)
    fleet.addSource(at: [0], to: call)
    fleet.blueprint.events = [EventPlan()]
    fleet.blueprint.events[0].retry.maximumAge = 6 * 3600 * .second
    fleet.blueprint.seriesEvery = .second
    change(&fleet)
    return try fleet.run()
  }

  @Test("the pauses after throttles double from 1 to 256 seconds and then stay at 300")
  func throttles() throws {
    let record = try throttled()
    let tries = [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 812, 1112]
    #expect(record.series?.seconds(of: 0) == tries)
    #expect(record.asyncEvents[0].throttled == 11 && record.asyncEvents[0].processed == 1)
    #expect(record.asyncEvents[0].age.maximum == 1111 * .second, "from acceptance to the try that succeeded")
    #expect(record.sources[0].completion.maximum == 2111 * .second)
    #expect(record.sources[0].completionCauses.spent(on: .backingOff) == Int128(1111 * Nanoseconds.second))
  }

  @Test("an event that is throttled is given up at its maximum age")
  func expiry() throws {
    let record = try throttled { $0.blueprint.events[0].retry.maximumAge = 100 * .second }
    #expect(record.series?.seconds(of: 0) == [0, 1, 2, 4, 8, 16, 32, 64])
    #expect(record.asyncEvents[0].dropped == [0, 1, 0, 0, 0])
    #expect(record.sources[0].lost[Int(Loss.expired.rawValue)] == 1)
  }

  @Test("without any concurrency an event goes straight to the destination of failures")
  func noConcurrency() throws {
    let record = try fleet(milliseconds: 1, at: [1]) { fleet in
      fleet.blueprint.functions[0].reserved = 0
      let handler = fleet.addFunction(milliseconds: 1)
      fleet.blueprint.events[0].onFailure = fleet.target(.event, handler)
      fleet.blueprint.events.append(EventPlan())
    }
    #expect(record.functions[0].offered == 0 && record.functions[1].succeeded == 1)
    #expect(record.asyncEvents[0].dropped == [0, 0, 1, 0, 0] && record.asyncEvents[0].destinationDeliveries == 1)
    #expect(record.sources[0].lost[Int(Loss.deadLettered.rawValue)] == 1)
  }

  @Test("a function that invokes itself is stopped after 16 invocations, unless it is allowed to go on", arguments: [16, 0])
  func recursion(limit: UInt8) throws {
    var fleet = SmallFleet(seconds: 100)
    let itself = fleet.target(.event, 0)
    let function = fleet.addFunction(milliseconds: 1000, hops: [HopPlan(to: itself)])
    let entry = fleet.target(.event, function)
    fleet.addSource(at: [0], to: entry)
    fleet.blueprint.functions[0].recursionLimit = limit
    fleet.blueprint.events = [EventPlan()]
    let record = try fleet.run()
    #expect(record.functions[0].succeeded == (limit == 0 ? 200 : 16), "200 end up to the end of the run at 200 s")
    #expect(record.functions[0].refused[Int(Refusal.recursion.rawValue)] == (limit == 0 ? 0 : 1))
    if limit > 0 {
      #expect(record.asyncEvents[0].dropped == [0, 0, 0, 1, 0])
      #expect(record.sources[0].lost[Int(Loss.recursion.rawValue)] == 1)
    }
  }

  @Test("a success is recorded with a destination, with the sizes of request and answer")
  func destination() throws {
    let record = try fleet(milliseconds: 1000, at: [1]) { fleet in
      fleet.blueprint.functions[0].answer = Sampler(constant: 300)
      fleet.blueprint.sources[0].size = Sampler(constant: 1000)
      fleet.blueprint.brokers = [BrokerPlan()]
      fleet.blueprint.events[0].onSuccess = Target(.broker, 0)
      fleet.blueprint.events[0].latency = Sampler(constant: 5e8)
    }
    #expect(record.brokers[0].accepted == 1 && record.brokers[0].bytes == 1300)
    #expect(record.sources[0].succeeded == 1 && record.sources[0].completion.maximum == 1500 * .millisecond)
    #expect(record.sources[0].completionCauses.spent(on: .delivery) == Int128(500 * Nanoseconds.millisecond))
  }
}
