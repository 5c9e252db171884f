import Scenarios
import Studies
import StudyFixtures
import Testing

@Suite struct ServiceFigureTests {
  /// A request a second, of which a service takes every other: each 100 ms of one connection, 2 USD a million.
  static func fleet(_ more: String = "") throws -> StudyResult {
    try Small.result(
      """
      run: { duration: 100500 ms, drain: { upTo: 1 min } }
      functions:
        api:
          runtime: nodejs22
          memory: 1024 MB
          steps: [{ request: { to: crm, timeout: none }, onError: ignore }]
      services:
        crm: { latency: 100 ms, rateLimit: { rate: 0.5/s, burst: 1 }, price: 2 USD/million }
      traffic:
        web: { to: api, rate: 1/s, arrivals: uniform }
      objectives:
        - crm.rejected.ratio < 51%
        - crm.connections.max <= 1
        - crm.stalled == 0
        - crm.over_limit_s > 1000 s
        - crm.cost.month < 1 USD
      \(more)
      """)
  }

  @Test func `what comes to a service is served or refused`() throws {
    let service = try #require(try Self.fleet().services.first)
    #expect(service.name == "crm")
    #expect((service.offered, service.served, service.rejected) == (100, 50, 50))
    #expect(service.rejectedRatio == .real(0.5))
    #expect((service.errors, service.stalled, service.abandoned, service.unfinished) == (0, 0, 0, 0))
    #expect(service.connectionsMax == .integer(1))
    // 50 times 100 ms in 100.5 s.
    #expect(abs((service.connectionsMean.number ?? 0) - 0.05) < 0.001)
  }

  @Test func `its refusals are listed by the reason`() throws {
    let losses = try Self.fleet().losses.filter { $0.subject == .element(.service, "crm") }
    #expect(losses.map(\.cause) == ["rate_limit"])
    #expect(losses.map(\.requests) == [50] && losses.map(\.share) == [0.5])
  }

  @Test func `it is paid for what it served`() throws {
    let line = try #require(try Self.fleet().cost("crm", "service"))
    #expect((line.quantity, line.unit, line.unitPrice) == (.integer(50), "requests", .real(2e-6)))
    #expect((line.run, line.wasted) == (100_000, 0))
  }

  @Test func `objectives name its metrics`() throws {
    let verdicts = try Self.fleet().objectives
    #expect(verdicts.map(\.outcome) == [.pass, .pass, .pass, .fail, .fail])
    #expect(verdicts.map(\.unit) == [.ratio, .count, .count, .seconds, .dollars])
  }

  @Test func `what it serves after its caller has given up is paid for in vain`() throws {
    let result = try Small.result(
      """
      run: { duration: 10 s, drain: { upTo: 1 min } }
      functions:
        api:
          runtime: nodejs22
          steps: [{ request: { to: crm, timeout: 50 ms }, onError: ignore }]
      services:
        crm: { latency: 100 ms, price: 2 USD/million }
      traffic:
        web: { to: api, rate: 1/s, arrivals: uniform }
      """)
    let line = try #require(result.cost("crm", "service"))
    #expect(line.run > 0 && line.wasted == line.run)
    #expect(line.waste(.abandoned).run == line.run && line.waste(.abandoned).month == line.month)
    // The last one is at work when the run ends: nobody waits for it.
    let service = result.services[0]
    #expect(service.abandoned == service.offered && service.served + service.unfinished == service.offered)
  }
}
