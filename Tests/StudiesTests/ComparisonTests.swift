import Fleet
import Scenarios
import Studies
import StudyFixtures
import Testing

@Suite struct ComparisonTests {
  func comparison(_ texts: [String], seeds: [Int64]? = nil, replications: Int = 8) throws -> Comparison {
    let points = texts.enumerated().map { index, text in
      var scenario = Small.scenario(text)
      if let seeds { scenario.run.seed = seeds[index] }
      return StudyPoint(Study(scenario))
    }
    let results = try StudyRunner(RunSettings(jobs: 2)).results(of: points, .fixed(replications)).compactMap(\.self)
    return Comparison(
      results.enumerated().map { index, result in
        var result = result
        result.outline.variant = "v\(index)"
        return result
      })
  }

  func difference(
    _ comparison: Comparison, _ subject: Objective.Subject, _ metric: Metric, _ statistic: Statistic, variant: String = "v1"
  ) throws -> MetricDifference {
    try #require(
      comparison.differences.first {
        $0.variant == variant && $0.baseline.subject == subject && $0.baseline.metric == metric && $0.baseline.statistic == statistic
          && $0.baseline.part == nil
      })
  }

  static let base = ReplicationTests.busy

  @Test func `a scenario does not differ from itself`() throws {
    let comparison = try comparison([Self.base, Self.base])
    #expect(!comparison.differs && comparison.isPaired)
    #expect(comparison.costs.allSatisfy { $0.change == .same })
    #expect(try difference(comparison, .function("api"), .latency, .mean).verdict == .equal)
  }

  @Test func `more memory leaves the demand as it is and costs more`() throws {
    let comparison = try comparison([Self.base, Self.base.replacing("512 MB", with: "1024 MB")])
    #expect(try difference(comparison, .source("web"), .requests, .count).verdict == .equal)
    let cost = try difference(comparison, .cost, .monthCost, .total)
    #expect(cost.verdict == .differs && (cost.difference ?? 0) > 0 && (cost.low ?? 0) > 0)
    let line = try #require(comparison.costs.first { $0.component == "api" && $0.item.hasPrefix("duration") })
    #expect(line.change == .changed && line.difference > 0)
  }

  @Test func `the difference of means is that of the replications, pair by pair`() throws {
    let comparison = try comparison([Self.base, Self.base.replacing("rate: 20/s", with: "rate: 30/s")])
    let row = try difference(comparison, .function("api"), .concurrency, .mean)
    let (old, new) = (try #require(row.baseline.figure.number), try #require(row.candidate.number))
    #expect(row.difference == new - old && row.method == .paired && row.verdict == .differs)
    // Offered load grows by 10/s times 80 ms.
    #expect(abs((row.difference ?? 0) - 0.8) < 0.1)
  }

  @Test func `other seeds are not paired`() throws {
    let comparison = try comparison([Self.base, Self.base], seeds: [1, 2])
    let row = try difference(comparison, .function("api"), .latency, .mean)
    #expect(!comparison.isPaired && row.method == .welch)
    #expect((row.low ?? 1) < 0 && (row.high ?? -1) > 0)
  }

  @Test func `pairing narrows the interval of a small change`() throws {
    let slower = Self.base.replacing("mean: 80 ms", with: "mean: 82 ms")
    let (paired, apart) = (try comparison([Self.base, slower]), try comparison([Self.base, slower], seeds: [1, 2]))
    func width(_ comparison: Comparison) throws -> Double {
      let row = try difference(comparison, .function("api"), .duration, .mean)
      return (row.high ?? .infinity) - (row.low ?? -.infinity)
    }
    #expect(try width(paired) * 3 < width(apart))
    #expect(try difference(paired, .function("api"), .duration, .mean).verdict == .differs)
  }

  @Test func `several variants are judged together by Holm`() throws {
    let variants = (1...3).map { Self.base.replacing("mean: 80 ms", with: "mean: \(80 + $0) ms") }
    let all = try comparison([Self.base] + variants)
    let alone = try comparison([Self.base, variants[0]])
    let (one, many) = (
      try difference(alone, .function("api"), .duration, .mean), try difference(all, .function("api"), .duration, .mean)
    )
    #expect(one.difference == many.difference)
    #expect(try #require(many.pValue) >= #require(one.pValue))
  }

  @Test func `with too few replications nothing is said of certainty`() throws {
    let comparison = try comparison([Self.base, Self.base.replacing("512 MB", with: "1024 MB")], replications: 3)
    let row = try difference(comparison, .cost, .monthCost, .total)
    #expect(row.verdict == .open && row.low == nil && row.difference != nil)
  }
}
