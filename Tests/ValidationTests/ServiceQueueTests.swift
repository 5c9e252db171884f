import Fleet
import Scenarios
import Simulation
import Statistics
import Testing

/// A service with connections and a line is a queue: closed forms of queueing theory, from scenario text.
struct ServiceQueueTests {
  /// A fleet of which nothing is limited but the services, and in which every request asks each of these in turn.
  private func text(rate: Double, requests: Double, services: String, hops: [String] = ["desk"]) -> String {
    """
    scenario: desks
    platform: { profile: aws-lambda, maxLifetime: none, thaw: none, scaling: none, concurrency: { requestsPerSecond: none } }
    account: { concurrency: 1000000 }
    run: { warmUp: 300 s, duration: \(300 + requests / rate) s }
    functions:
      f:
        runtime: nodejs22
        artifact: { size: 1 MB }
        timeout: 15 min
        keepAlive: 10 h
        steps: [ \(hops.map { "{ request: { to: \($0), timeout: none } }" }.joined(separator: ", ")) ]
    services:
    \(services)
    traffic:
      requests: { to: f, rate: \(rate)/s }
    """
  }

  private func desk(_ name: String = "desk", latency: String, connections: Int, more: String = "") -> String {
    "  \(name): { latency: \(latency), concurrencyLimit: { connections: \(connections), excess: queue }\(more) }\n"
  }

  /// The mean time in line, seconds, over all that were served.
  private func meanWait(_ record: RunRecord) -> Double {
    Double(record.functions[0].causes.spent(on: .serviceLimit)) / Double(record.functions[0].ended) / 1e9
  }

  /// - Source: Erlang C, and Pollaczek-Khinchine: 8 a second of 0.1 s on average with squared coefficients of variation 1, 1/4 and 0.
  @Test(arguments: [
    ("{ exponential: { mean: 100 ms } }", 0.4), ("{ gamma: { mean: 100 ms, cv: 0.5 } }", 0.25), ("100 ms", 0.2),
  ])
  func `a service of one connection is an M/G/1 queue`(latency: String, wait: Double) throws {
    let runs = try Simulated.replications(
      20, text(rate: 8, requests: 260_000, services: desk(latency: latency, connections: 1)))
    expect(runs.map(meanWait), agreeWith: wait, "time in line")
    expect(runs.map { Double($0.services[0].connections.area) / $0.length }, agreeWith: 0.8, "busy connections")
    #expect(runs.allSatisfy { $0.services[0].connections.peak == 1 })
  }

  /// - Source: Erlang C: 9 a second of 1 s to 10 connections, probability of waiting and mean wait both 0.66873152.
  @Test func `a service of ten connections is an M/M/10 queue`() throws {
    let runs = try Simulated.replications(
      20, text(rate: 9, requests: 300_000, services: desk(latency: "{ exponential: { mean: 1 s } }", connections: 10)))
    expect(runs.map(meanWait), agreeWith: 0.66873152, within: 0.03, "time in line")
    expect(runs.map { Double($0.services[0].connections.area) / $0.length }, agreeWith: 9, "busy connections")
    // Requests meet the limit from the first that has to wait until the line is empty again: that share of the time is C(10, 9) · 0.9.
    expect(runs.map { Double($0.services[0].over) / $0.length }, agreeWith: 0.66873152 * 0.9, within: 0.03, "time over the limit")
  }

  /// - Source: M/M/10/30 with 12 offered: blocked 0.16863724, wait of the others 1.534560 s.
  @Test func `a bounded line refuses as an M/M/c/K queue does`() throws {
    let service = desk(latency: "{ exponential: { mean: 1 s } }", connections: 10, more: ", queueLimit: { length: 20 }")
    let runs = try Simulated.replications(20, text(rate: 12, requests: 200_000, services: service))
    let refused = runs.map { Double($0.services[0].rejected[Int(ServiceRefusal.queueLength.rawValue)]) / Double($0.services[0].offered) }
    expect(refused, agreeWith: 0.16863724, "refused")
    let waits = runs.map { record in
      Double(record.functions[0].causes.spent(on: .serviceLimit)) / Double(record.functions[0].succeeded) / 1e9
    }
    expect(waits, agreeWith: 1.534560, "time in line")
  }

  /// - Source: Burke's theorem: 8 a second through queues of 10 and 12 a second, 0.5 s and 0.25 s, independent.
  @Test func `two services in turn are a tandem of queues`() throws {
    let services =
      desk("first", latency: "{ exponential: { mean: 100 ms } }", connections: 1)
      + desk("second", latency: "{ exponential: { mean: \(1000.0 / 12) ms } }", connections: 1)
    let runs = try Simulated.replications(20, text(rate: 8, requests: 260_000, services: services, hops: ["first", "second"]))
    let times = runs.map { record in
      let causes = record.functions[0].causes
      return Double(causes.spent(on: .serviceLimit) + causes.spent(on: .service)) / Double(record.functions[0].ended) / 1e9
    }
    expect(times, agreeWith: 0.75, "time at both")
  }

  /// A bucket of one token that lets wait spaces the requests: M/D/1.
  @Test func `a rate that lets wait is an M/D/1 queue`() throws {
    let service = "  desk: { latency: 0 ms, rateLimit: { rate: 10/s, burst: 1, excess: queue } }\n"
    let runs = try Simulated.replications(20, text(rate: 8, requests: 200_000, services: service))
    expect(runs.map(meanWait), agreeWith: 0.2, "time in line")
  }

  /// - Source: a bucket that never fills again lets through what it held and what it got: b + r T.
  @Test(arguments: ["poisson", "uniform"]) func `a rate that refuses lets burst and rate times time through`(arrivals: String) throws {
    let record = try Simulated.record(
      """
      scenario: bucket
      platform: { profile: aws-lambda, scaling: none, concurrency: { requestsPerSecond: none } }
      account: { concurrency: 100000 }
      run: { duration: 60 s }
      functions: {}
      services: { api: { latency: 0 ms, rateLimit: { rate: 100/s, burst: 500 } } }
      traffic: { calls: { to: api, rate: 250/s, arrivals: \(arrivals) } }
      """)
    let service = record.services[0]
    #expect(service.offered == service.served + service.rejected[Int(ServiceRefusal.rate.rawValue)])
    #expect(500 + 6000 - 3...500 + 6000 ~= service.served, "\(service.served)")
    #expect(record.sources[0].lost[Int(Loss.throttle.rawValue)] == service.offered - service.served)
  }
}
