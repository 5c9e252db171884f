import Fleet
import Testing

/// What limits asynchronous invocations, and what does not.
struct EventLimitTests {
  private func fleet(_ send: String, reserved: Int) -> String {
    """
    scenario: events
    platform: { profile: aws-lambda, hops: { invoke: 0 ms }, maxLifetime: none, thaw: none }
    run: { duration: 100 s, drain: { upTo: 1 h } }
    functions:
      front: { runtime: nodejs22, keepAlive: 1 h, steps: [{ invoke: { to: work\(send) } }] }
      work: { runtime: nodejs22, keepAlive: 1 h, reservedConcurrency: \(reserved), steps: [{ wait: 5 ms }] }
    traffic: { web: { to: front, rate: 60/s, arrivals: uniform } }
    """
  }

  /// 60 a second that take 5 ms need a third of a unit; the rate of ten requests a second for each unit holds for synchronous ones alone.
  ///
  /// - Source: AWS Lambda Developer Guide, Understanding function scaling.
  @Test func `the rate of requests does not limit asynchronous invocations`() throws {
    let record = try Simulated.record(fleet("", reserved: 2))
    #expect(record.functions[1].refused[Int(Refusal.reservedRequestRate.rawValue)] == 0)
    #expect(record.asyncEvents[0].received == 0 && record.asyncEvents[1].processed == 5999)
  }

  @Test func `an event that is too large is refused, and its function says so`() throws {
    let record = try Simulated.record(fleet(", size: { uniform: { low: 1.5 MB, high: 2 MB } }, retry: none", reserved: 2))
    #expect(record.asyncEvents[1].tooLarge == 5999 && record.asyncEvents[1].received == 0)
    #expect(record.sources[0].lost.reduce(0, +) == 5999)
  }
}
