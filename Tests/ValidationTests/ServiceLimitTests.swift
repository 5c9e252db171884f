import Fleet
import Scenarios
import Simulation
import Statistics
import Testing

/// What a service's limits, lines and outages do to a handful of requests, worked by hand.
struct ServiceLimitTests {
  /// Requests that come to a service directly, some of them at once every minute.
  private func direct(_ service: String, count: Int, minutes: Int = 1) throws -> RunRecord {
    try Simulated.record(
      """
      scenario: desk
      platform: aws-lambda
      run: { start: 2026-01-05T11:58:30Z, duration: \(minutes) min, drain: { upTo: 1 h } }
      functions: {}
      services: { desk: \(service) }
      traffic: { calls: { to: desk, schedule: cron(* * * * ? *), count: \(count) } }
      """)
  }

  /// The second is served after one second, the third would be after two.
  @Test func `one waits in line for as long as one may`() throws {
    let record = try direct(
      "{ latency: 1 s, concurrencyLimit: { connections: 1, excess: queue }, queueLimit: { wait: 1500 ms } }", count: 3)
    let service = record.services[0]
    #expect(service.offered == 3 && service.served == 2 && service.rejected[Int(ServiceRefusal.queueWait.rawValue)] == 1)
    #expect(record.sources[0].completion.maximum == 2_000_000_000)
    #expect(service.over == 1_500_000_000)
    #expect(service.connections.area == 2_000_000_000 && service.connections.peak == 1)
  }

  @Test func `a line is as long as it may be`() throws {
    let record = try direct(
      "{ latency: 1 s, rejectLatency: 5 ms, concurrencyLimit: { connections: 2, excess: queue }, queueLimit: { length: 1 } }", count: 5)
    let service = record.services[0]
    #expect(service.served == 3 && service.rejected[Int(ServiceRefusal.queueLength.rawValue)] == 2)
    #expect(record.sources[0].lost[Int(Loss.throttle.rawValue)] == 2)
  }

  /// Two seconds for the first four, each further connection adding 50 % beyond two: 1, 1, 1.5 and 2 s.
  @Test func `a service slows down with its connections`() throws {
    let record = try direct("{ latency: 1 s, growth: { from: 2, perConnection: 50% }, answer: 2 KB }", count: 4)
    #expect(record.services[0].served == 4 && record.services[0].answered == 4 * 2048)
    #expect(record.sources[0].completion.sum == 5_500_000_000)
  }

  /// Requests come at each full minute; the run begins at 11:58:30.
  @Test func `a service refuses during its outages, daily ones among them`() throws {
    let outages = "outages: [{ at: 2 min, for: 90 s }, { at: \"12:05\", for: 1 min }]"
    let record = try direct("{ latency: 1 s, \(outages) }", count: 1, minutes: 10)
    let service = record.services[0]
    // Out of order from 2:00 to 3:30 and from 6:30 to 7:30 after the beginning; requests at 0:30, 1:30 and so on.
    #expect(service.offered - service.served == service.rejected[Int(ServiceRefusal.outage.rawValue)])
    #expect(service.rejected[Int(ServiceRefusal.outage.rawValue)] == 2)
    #expect(record.sources[0].lost[Int(Loss.unavailable.rawValue)] == 2)
  }

  @Test func `a request that stalls ends with its client's patience`() throws {
    let record = try Simulated.record(
      """
      scenario: desk
      platform: aws-lambda
      run: { duration: 1 min, drain: { upTo: 1 h } }
      functions: {}
      services: { desk: { latency: 1 s, outages: [{ at: 0 s, for: 1 h, manner: stall }] } }
      traffic: { calls: { to: desk, schedule: cron(* * * * ? *), count: 2, client: { timeout: 3 s } } }
      """)
    #expect(record.services[0].stalled == 2 && record.services[0].abandoned == 2)
    #expect(record.sources[0].lost[Int(Loss.clientTimeout.rawValue)] == 2)
  }

  // MARK: Connections of instances

  private func instances(_ heldBy: String, pick: String) throws -> RunRecord {
    try Simulated.record(
      """
      scenario: pool
      platform: aws-lambda
      run: { duration: 4 min, drain: { upTo: 1 h } }
      functions:
        f: { runtime: nodejs22, artifact: { size: 1 MB }, timeout: 1 min, keepAlive: 90 s, pick: \(pick), steps: [ { request: { to: db } } ] }
      services: { db: { latency: 1 s, concurrencyLimit: { connections: 3, heldBy: \(heldBy) } } }
      traffic:
        first: { to: f, schedule: cron(1 * * * ? *), count: 4 }
        later: { to: f, schedule: cron(2 * * * ? *) }
      """)
  }

  /// Of four instances three get a connection and keep it: the fourth is refused again, though nobody works.
  @Test func `an idle instance keeps its connection`() throws {
    #expect(try instances("call", pick: "leastRecent").services[0].rejected == [0, 1, 0, 0, 0])
    #expect(try instances("instance", pick: "leastRecent").services[0].rejected == [0, 2, 0, 0, 0])
    #expect(try instances("instance", pick: "mostRecent").services[0].rejected == [0, 1, 0, 0, 0])
  }

  @Test func `a connection ends with its instance`() throws {
    let record = try instances("instance", pick: "mostRecent")
    // One second of work and 90 s of keep-alive for two of the three; the third serves again a minute later.
    let area = record.services[0].connections.area
    #expect(area > 2 * 91_000_000_000 + 150_000_000_000 && area < 2 * 91_000_000_000 + 153_000_000_000, "\(area)")
    #expect(record.services[0].connections.peak == 3 && record.services[0].connections.last == 0)
  }
}
