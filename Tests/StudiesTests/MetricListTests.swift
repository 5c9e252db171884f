import Fleet
import Scenarios
import Statistics
import Studies
import StudyFixtures
import Testing

/// The figures of the shop, worked out by hand from its record.
@Suite struct MetricListTests {
  let result = Shop.study().result(of: Shop.record())

  func figure(_ subject: Objective.Subject, _ metric: Metric, _ statistic: Statistic) throws -> Figure {
    try #require(result.metrics.first { $0.subject == subject && $0.metric == metric && $0.statistic == statistic && $0.part == nil })
      .figure
  }

  @Test func `counts are whole numbers`() throws {
    #expect(try figure(.function("api"), .invocations, .count) == .integer(1_000))
    #expect(try figure(.function("api"), .errors, .count) == .integer(8))
    #expect(try figure(.source("web"), .lost, .count) == .integer(15))
  }

  @Test func `a ratio's whole is what could have had the fate`() throws {
    #expect(try figure(.function("api"), .throttleRatio, .ratio) == .real(10.0 / 1_010))
    #expect(try figure(.function("api"), .coldRatio, .ratio) == .real(0.02))
    #expect(try figure(.source("web"), .lost, .ratio) == .real(0.015))
  }

  @Test func `a ratio of nothing is missing`() throws {
    var record = Shop.record()
    record.functions[1] = FunctionRecord()
    let result = Shop.study().result(of: record)
    #expect(result.functions[1].coldRatio == .missing)
    #expect(result.functions[1].latencyP99 == .missing)
  }

  @Test func `unfinished requests rank above all others`() throws {
    // 1,000 accepted: the 995th is the last that ended, the 999th is unfinished.
    guard case .integer(let p99) = try figure(.function("api"), .latency, .quantile(0.99)) else {
      Issue.record("p99 is known")
      return
    }
    #expect(abs(p99 - 500_000_000) < 2_000_000)
    #expect(try figure(.function("api"), .latency, .quantile(0.999)) == .above(500_000_000))
    #expect(try figure(.function("api"), .latency, .maximum) == .above(500_000_000))
  }

  @Test func `the mean is exact and of those that ended`() throws {
    #expect(try figure(.function("api"), .latency, .mean) == .real((975.0 * 20e6 + 20 * 500e6) / 995))
  }

  @Test func `a level's mean is over the window`() throws {
    #expect(try figure(.function("api"), .concurrency, .mean) == .real(0.32))
    #expect(try figure(.function("api"), .concurrency, .maximum) == .integer(8))
    #expect(try figure(.account, .concurrency, .mean) == .real(0.35))
    #expect(try figure(.account, .concurrency, .maximum) == .integer(9))
    #expect(try figure(.all, .instances, .mean) == .real(13))
  }

  @Test func `all adds up the functions and the sources`() throws {
    #expect(try figure(.all, .requests, .count) == .integer(1_002))
    #expect(try figure(.all, .invocations, .count) == .integer(1_002))
    #expect(try figure(.all, .throttleRatio, .ratio) == .real(10.0 / 1_012))
    #expect(try figure(.all, .wasted, .total) == .real(1.5))
  }

  @Test func `each part of a cold start is listed`() throws {
    let parts = result.metrics.filter { $0.subject == .function("api") && $0.part == .runtimeStart }
    #expect(parts.map(\.word) == ["init.runtime", "init.runtime"])
    #expect(parts.map(\.figure).first == .real(300_000_000))
  }

  @Test func `every metric that an objective may name is listed`() {
    for metric in Metric.ofFunction where !(Metric.ofAsync + Metric.ofContinued).contains(metric) {
      #expect(result.metrics.contains { $0.subject == .function("api") && $0.metric == metric })
    }
    for metric in Metric.ofSource { #expect(result.metrics.contains { $0.subject == .source("jobs") && $0.metric == metric }) }
    for metric in Metric.ofAll { #expect(result.metrics.contains { $0.subject == .all && $0.metric == metric }) }
    for metric in Metric.ofCost { #expect(result.metrics.contains { $0.subject == .cost && $0.metric == metric }) }
    #expect(result.metrics.contains { $0.subject == .account && $0.metric == .concurrency })
  }
}
