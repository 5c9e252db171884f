import Simulation
import Statistics
import Testing
import Variates

@testable import Fleet

/// Front doors, worked by hand.
@Suite("Front doors")
struct DoorTests {
  private func fleet(
    milliseconds: Double, failing: Double = 0, at seconds: [Double], size: Double = 0, _ change: (inout SmallFleet) -> Void
  ) throws -> RunRecord {
    var fleet = SmallFleet(seconds: 100)
    let function = fleet.addFunction(milliseconds: milliseconds, failing: failing)
    fleet.blueprint.doors = [DoorPlan(to: fleet.target(.function, function))]
    fleet.addSource(at: seconds, to: Target(.door, 0), size: size)
    fleet.blueprint.sources[0].isFollowed = false
    change(&fleet)
    return try fleet.run()
  }

  /// - Source: Amazon API Gateway Developer Guide, Throttle requests: 10,000 requests in the first millisecond, of which 5,000 are served.
  @Test("of 10,000 requests at once a bucket of 5,000 lets 5,000 through")
  func burst() throws {
    let record = try fleet(milliseconds: 1, at: Array(repeating: 0.5, count: 10_000)) {
      $0.blueprint.doorThrottle = TokenBucket(capacity: 5000, refill: 10_000, every: .second)
      $0.blueprint.doors[0].sharesThrottle = true
    }
    #expect(record.doors[0].succeeded == 5000 && record.doors[0].throttledByAccount == 5000)
    #expect(record.sources[0].lost[Int(Loss.throttle.rawValue)] == 5000)
  }

  @Test("a door's own bucket comes before the shared one, which loses nothing to what it refuses")
  func order() throws {
    let record = try fleet(milliseconds: 1, at: Array(repeating: 0.5, count: 10)) {
      $0.blueprint.doorThrottle = TokenBucket(capacity: 6, refill: 1, every: 1000 * .second)
      $0.blueprint.doors[0].sharesThrottle = true
      $0.blueprint.doors[0].throttle = TokenBucket(capacity: 8, refill: 1, every: 1000 * .second)
    }
    #expect(record.doors[0].throttled == 2 && record.doors[0].throttledByAccount == 2 && record.doors[0].succeeded == 6)
  }

  @Test("half of a door's time lies before the function and half behind it")
  func latency() throws {
    let record = try fleet(milliseconds: 20, at: [1]) { $0.blueprint.doors[0].latency = Sampler(constant: 1e7) }
    #expect(record.sources[0].latency.maximum == 30 * .millisecond && record.doors[0].latency.maximum == 30 * .millisecond)
    #expect(record.sources[0].causes.spent(on: .door) == Int128(10 * Nanoseconds.millisecond))
  }

  /// The door gives up at 5 + 100 ms and has answered at 110; the function has run in vain from 105 to 305.
  @Test("a door gives up at its timeout, and the function runs on as waste")
  func timeout() throws {
    let record = try fleet(milliseconds: 300, at: [1]) {
      $0.blueprint.doors[0].latency = Sampler(constant: 1e7)
      $0.blueprint.doors[0].timeout = 100 * .millisecond
    }
    #expect(record.doors[0].timeouts == 1 && record.functions[0].succeeded == 1)
    #expect(record.functions[0].wasted == Int128(200 * Nanoseconds.millisecond))
    #expect(record.sources[0].lost[Int(Loss.doorTimeout.rawValue)] == 1)
    #expect(record.sources[0].latency.maximum == 110 * .millisecond)
  }

  @Test("a client that gives up leaves the function behind the door to run in vain")
  func abandoned() throws {
    let record = try fleet(milliseconds: 300, at: [1]) {
      $0.blueprint.doors[0].latency = Sampler(constant: 2e8)
      var client = ClientPlan()
      client.timeout = 50 * .millisecond
      $0.blueprint.clients = [client]
      $0.blueprint.sources[0].client = 0
    }
    #expect(record.doors[0].abandoned == 1 && record.functions[0].wasted == Int128(300 * Nanoseconds.millisecond))
    #expect(record.sources[0].lost[Int(Loss.clientTimeout.rawValue)] == 1)
  }

  @Test("what is too large is turned away on the way in, and is an error on the way out")
  func payloads() throws {
    let large = try fleet(milliseconds: 1, at: [1], size: 1_048_577) { $0.blueprint.doors[0].requestLimit = 1_048_576 }
    #expect(large.doors[0].tooLarge == 1 && large.functions[0].offered == 0)
    #expect(large.sources[0].lost[Int(Loss.payloadTooLarge.rawValue)] == 1)
    let answer = try fleet(milliseconds: 1, at: [1]) {
      $0.blueprint.doors[0].answerLimit = 1_048_576
      $0.blueprint.functions[0].answer = Sampler(constant: 1_048_577)
    }
    #expect(answer.doors[0].errors == 1 && answer.functions[0].succeeded == 1 && answer.sources[0].succeeded == 0)
  }

  @Test("errors and throttles of the function come back through the door")
  func failures() throws {
    let failed = try fleet(milliseconds: 1, failing: 1, at: [1]) { _ in }
    #expect(failed.doors[0].errors == 1 && failed.sources[0].lost[Int(Loss.error.rawValue)] == 1)
    let throttled = try fleet(milliseconds: 1, at: [1]) { $0.blueprint.functions[0].reserved = 0 }
    #expect(throttled.doors[0].refused == 1 && throttled.sources[0].lost[Int(Loss.throttle.rawValue)] == 1)
  }
}
