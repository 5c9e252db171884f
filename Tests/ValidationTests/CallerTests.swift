import Fleet
import Scenarios
import Simulation
import Statistics
import Testing

/// How a function's SDK and its breakers go about calls that fail, worked by hand.
struct CallerTests {
  /// One instance of a function makes calls, one after another, to another function.
  private func calls(
    _ count: Int, sdk: String, callee: String = "steps: []", faults: String = "", step: String = "call: { to: back }",
    parallel: Int? = nil
  ) throws -> RunRecord {
    let concurrent = parallel.map { ", parallel: \($0)" } ?? ""
    return try Simulated.record(
      """
      scenario: calls
      platform: { profile: aws-lambda, thaw: none, scaling: none, concurrency: { requestsPerSecond: none }, hops: { call: 0 ms } }
      account: { concurrency: 10000 }
      run: { duration: 1 min, drain: { upTo: 240 h } }
      functions:
        front:
          runtime: go
          artifact: { size: 1 MB }
          timeout: 15 min
          provisionedConcurrency: 1
          sdk: \(sdk)
          steps: [ { repeat: { times: \(count)\(concurrent), steps: [ { \(step), onError: ignore } ] } } ]
        back: { runtime: go, artifact: { size: 1 MB }, timeout: 1 min, \(callee) }
      services: { crm: { latency: 10 ms, failures: { error: 100% } } }
      faults: [\(faults)]
      traffic: { calls: { to: front, schedule: cron(* * * * ? *) } }
      """)
  }

  private static let throttled = "{ throttle: { of: back, at: 0 s, for: 240 h, rate: 0/s } }"

  @Test(arguments: [("legacy", 5), ("standard", 3), ("adaptive", 3)])
  func `a throttle is tried again as often as the mode says`(mode: String, attempts: Int64) throws {
    let record = try calls(1, sdk: "{ mode: \(mode) }", faults: Self.throttled)
    #expect(record.hops[0].attempts == attempts && record.hops[0].failed == 1)
    #expect(record.functions[1].refused(.injectedThrottle) == attempts && record.functions[1].throttles == attempts)
  }

  /// - Source: an error of the function is an answer with status 200 and the header X-Amz-Function-Error, AWS Lambda API reference, Invoke.
  @Test func `an error of the function that is called is not tried again`() throws {
    let record = try calls(20, sdk: "{ mode: standard }", callee: "steps: [ { fail: { chance: 100%, error: Bad } } ]")
    #expect(record.hops[0].attempts == 20 && record.hops[0].failed == 20 && record.hops[0].retried == 0)
  }

  @Test func `what is out of order is tried again`() throws {
    let record = try calls(1, sdk: "{ mode: standard }", faults: "{ outage: { of: back, at: 0 s, for: 240 h } }")
    #expect(record.hops[0].attempts == 3 && record.functions[1].refused(.outage) == 3)
  }

  /// - Source: 500 tokens and 5 a retry are 100 retries; botocore, retries/quota.
  @Test func `the quota of an instance's client ends retries after a hundred`() throws {
    let record = try calls(150, sdk: "{ mode: standard }", faults: Self.throttled)
    #expect(record.hops[0].retried == 100 && record.hops[0].attempts == 250 && record.hops[0].failed == 150)
    #expect(record.hops[0].unpaid == 100)
    let legacy = try calls(150, sdk: "{ mode: legacy, attempts: 3, timeout: 1 s }", faults: Self.throttled)
    #expect(legacy.hops[0].retried == 300 && legacy.hops[0].unpaid == 0)
  }

  /// A read timeout takes 10 tokens, and so there are 50 retries.
  @Test func `a timeout costs twice as much`() throws {
    let record = try calls(40, sdk: "{ mode: standard, timeout: 100 ms }", callee: "steps: [ { wait: 1 s } ]")
    #expect(record.hops[0].retried == 50 && record.hops[0].attempts == 90)
    // The renewed constants take 14 for it: 35 retries, and 10 tokens are left.
    let renewed = try calls(40, sdk: "{ mode: standard, epoch: renewed, timeout: 100 ms }", callee: "steps: [ { wait: 1 s } ]")
    #expect(renewed.hops[0].retried == 35)
  }

  /// Every third attempt finds a token: the retry that goes well gives its own cost back, and what stays spent is that of the one before.
  @Test func `a retry that goes well gives back what it took`() throws {
    let record = try calls(
      60, sdk: "{ mode: standard, attempts: 2 }", faults: "{ throttle: { of: back, at: 0 s, for: 240 h, rate: 1000/s } }", parallel: 60)
    #expect(record.hops[0].succeeded == 60 && record.hops[0].unpaid == 0)
  }

  /// Waits between 0 and 1, then 0 and 2 s: on average 0.5 and 1 s.
  @Test func `back-off doubles with full jitter`() throws {
    let record = try calls(3000, sdk: "{ mode: legacy, attempts: 3 }", faults: Self.throttled, parallel: 3000)
    let mean = Double(record.functions[0].duration.sum) / 1e9
    // The branches run at the same time: the longest of 3,000 sums of U(0, 1) and U(0, 2).
    #expect(mean > 2.7 && mean < 3)
  }

  // MARK: Adaptive

  /// Until it is throttled a client has no rate of its own; from then on it holds itself back, and is refused less often.
  @Test func `an adaptive client holds itself back`() throws {
    let fault = "{ throttle: { of: back, at: 0 s, for: 240 h, rate: 5/s } }"
    let standard = try calls(400, sdk: "{ mode: legacy, attempts: 5 }", callee: "steps: [ { wait: 20 ms } ]", faults: fault)
    let adaptive = try calls(400, sdk: "{ mode: adaptive, attempts: 5 }", callee: "steps: [ { wait: 20 ms } ]", faults: fault)
    #expect(standard.hops[0].paced == 0 && adaptive.hops[0].paced > 0)
    #expect(adaptive.hops[0].succeeded + adaptive.hops[0].failed == 400)
    let refused = (standard.functions[1].throttles, adaptive.functions[1].throttles)
    #expect(refused.1 < refused.0, "\(refused)")
  }

  // MARK: Breakers

  private static func request(_ breaker: String) -> String { "request: { to: crm, timeout: none, breaker: { \(breaker) } }" }

  /// Three failures open it; every 5 s one probe fails: 10 ms for each failure, and a second of pause after each request.
  @Test func `a breaker opens, lets a probe through and opens again`() throws {
    let record = try Simulated.record(
      """
      scenario: breaker
      platform: { profile: aws-lambda, thaw: none }
      run: { duration: 61 s }
      functions:
        front:
          runtime: go
          artifact: { size: 1 MB }
          provisionedConcurrency: 1
          steps: [ { \(Self.request("failures: 3, within: 10 s, open: 5 s")), onError: ignore } ]
      services: { crm: { latency: 0 ms, failures: { error: 100% } } }
      traffic: { user: { to: front, users: 1, think: 1 s } }
      """)
    // Requests at 1, 2, .., 60 s: failures at 1, 2 and 3, then probes at 8, 13, .., 58.
    let hop = record.hops[0]
    #expect(record.services[0].offered == 3 + 11 && hop.opened == 1 + 11)
    #expect(hop.rejected == 60 - 14 && hop.attempts == 60 && hop.failed == 60)
  }

  @Test func `failures outside the window do not open it`() throws {
    let slow =
      "repeat: { times: 30, steps: [ { \(Self.request("failures: 3, within: 2 s, open: 1 h")), onError: ignore }, { wait: 1 s } ] }"
    let record = try calls(1, sdk: "{ mode: legacy }", step: slow)
    #expect(record.hops[0].rejected == 0 && record.hops[0].opened == 0 && record.services[0].offered == 30)
    let within = slow.replacing("within: 2 s", with: "within: 3 s")
    #expect(try calls(1, sdk: "{ mode: legacy }", step: within).services[0].offered == 3)
  }

  /// - Source: each of many instances learns by itself what a shared breaker learns once.
  @Test(arguments: [("instance", Int64(15)), ("shared", 3)])
  func `every instance has to learn by itself`(scope: String, offered: Int64) throws {
    let record = try Simulated.record(
      """
      scenario: breaker
      platform: { profile: aws-lambda, thaw: none }
      run: { duration: 2 min, drain: { upTo: 1 h } }
      functions:
        front:
          runtime: go
          artifact: { size: 1 MB }
          timeout: 1 min
          provisionedConcurrency: 5
          steps:
            - repeat: { times: 20, steps: [ { wait: { uniform: { low: 0 s, high: 1 s } } }, { \(Self.request("failures: 3, within: 1 h, open: 1 h, scope: \(scope)")), onError: ignore } ] }
      services: { crm: { latency: 0 ms, failures: { error: 100% } } }
      traffic: { calls: { to: front, schedule: cron(1 * * * ? *), count: 5 } }
      """)
    #expect(record.services[0].offered == offered && record.hops[0].rejected == 100 - offered)
  }

  @Test func `probes that go well close it`() throws {
    let record = try Simulated.record(
      """
      scenario: breaker
      platform: { profile: aws-lambda, thaw: none }
      run: { duration: 60500 ms }
      functions:
        front:
          runtime: go
          artifact: { size: 1 MB }
          provisionedConcurrency: 1
          steps: [ { \(Self.request("failures: 2, within: 10 s, open: 5 s, probes: 2")), onError: ignore } ]
      services: { crm: { latency: 0 ms, outages: [{ at: 10 s, for: 4500 ms }] } }
      traffic: { user: { to: front, users: 1, think: 1 s } }
      """)
    // Fails at 10 and 11, opens until 16; probes at 16 and 17 go well.
    let hop = record.hops[0]
    #expect(hop.opened == 1 && hop.rejected == 4 && hop.failed == 6 && hop.succeeded == 54)
  }
}
