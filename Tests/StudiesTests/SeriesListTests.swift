import Fleet
import Studies
import StudyFixtures
import Testing

@Suite struct SeriesListTests {
  var points: [SeriesPoint] {
    var record = Shop.record()
    record.endedAt = 90_000_000_000
    var series = SeriesRecord(every: 60_000_000_000, functions: 2)
    var cell = SeriesRecord.Interval()
    (cell.requests, cell.ended, cell.latencySum, cell.concurrencyArea) = (4, 2, 60_000_000, 30_000_000_000)
    series.functions = [[cell, cell], [cell]]
    record.series = series
    return Shop.study().result(of: record).series
  }

  func figure(_ scope: String, _ at: Int64, _ metric: SeriesMetric) throws -> Figure {
    try #require(points.first { $0.scope == scope && $0.at == at && $0.metric == metric }).figure
  }

  @Test func `all is the sum of the functions`() throws {
    #expect(try figure("all", 0, .requests) == .integer(8))
    #expect(try figure("all", 60_000_000_000, .requests) == .integer(4))
    #expect(try figure("all", 0, .latency) == .real(30_000_000))
  }

  @Test func `the last interval is as long as the run`() throws {
    #expect(points.map(\.length).last == 30_000_000_000)
    #expect(try figure("api", 0, .concurrency) == .real(0.5))
    #expect(try figure("api", 60_000_000_000, .concurrency) == .real(1))
  }

  @Test func `an interval in which nothing ended has no latency`() throws {
    #expect(try figure("worker", 60_000_000_000, .latency) == .missing)
    #expect(try figure("worker", 60_000_000_000, .requests) == .integer(0))
  }

  @Test func `what waits in queues and is busy at services is followed too`() throws {
    let result = try Small.result(
      """
      run: { duration: 100 s, drain: { upTo: 1 min } }
      functions:
        api: { runtime: nodejs22, timeout: 30 s, steps: [{ request: { to: crm, timeout: none } }] }
      services:
        crm: { latency: 5 s }
      traffic:
        web: { to: api, rate: 0.05/s, arrivals: uniform }
      """, seriesEvery: 10_000_000_000)
    let points = result.series.filter { $0.scope == "crm" }
    #expect(points.allSatisfy { $0.metric == .connections })
    #expect(points.contains { $0.figure == .real(0) } && points.contains { $0.figure != .real(0) })
    // Each of the requests keeps a connection busy for five seconds.
    let busy = points.reduce(0) { $0 + ($1.figure.number ?? 0) * Double($1.length) / 1e9 }
    #expect(abs(busy - 5 * Double(result.sources[0].requests)) < 0.001)
  }
}
