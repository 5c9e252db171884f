import Fleet
import Scenarios
import Statistics
import Studies
import StudyFixtures
import Synchronization
import Testing

@Suite struct ReplicationTests {
  static let busy = """
    run: { duration: 4 min, drain: { upTo: 1 min } }
    functions: { api: { runtime: nodejs22, memory: 512 MB, timeout: 10 s, steps: [{ compute: { exponential: { mean: 80 ms } } }] } }
    traffic: { web: { to: api, rate: 20/s } }
    """

  func result(
    _ text: String, jobs: Int = 1, _ rule: ReplicationRule, watch: any RunWatch = Unwatched()
  ) throws -> StudyResult {
    let runner = StudyRunner(RunSettings(jobs: jobs, watch: watch))
    return try #require(try runner.results(of: [StudyPoint(Study(Small.scenario(text)))], rule)[0])
  }

  @Test func `the same comes out however many runs go on at once`() throws {
    let one = try result(Self.busy, jobs: 1, .fixed(12))
    for jobs in [2, 3, 12] { #expect(try result(Self.busy, jobs: jobs, .fixed(12)) == one) }
    #expect(one.outline.replications == 12)
  }

  @Test func `replications differ, and adding one does not change the others`() throws {
    let study = Study(Small.scenario(Self.busy))
    let records = try (0..<3).map { try study.simulate(replication: $0) }
    #expect(records[0] != records[1] && records[1] != records[2])
    #expect(try study.simulate(replication: 1) == records[1])
  }

  @Test func `a mean is that of the replications, a quantile that of all requests`() throws {
    let study = Study(Small.scenario(Self.busy))
    let records = try (0..<6).map { try study.simulate(replication: $0) }
    let result = study.result(of: records)
    let means = records.map { Double($0.functions[0].latency.sum) / Double($0.functions[0].latency.count) }
    let mean = try #require(result.metrics.first { $0.subject == .function("api") && $0.metric == .latency && $0.statistic == .mean })
    #expect(abs((mean.figure.number ?? 0) - means.reduce(0, +) / 6) < 1e-3)
    #expect(mean.estimate.interval?.method == .student && mean.estimate.replicates == means)
    var pool = records[0].functions[0].latency
    for record in records.dropFirst() { pool.add(record.functions[0].latency) }
    let p99 = try #require(
      result.metrics.first { $0.subject == .function("api") && $0.metric == .latency && $0.statistic == .quantile(0.99) })
    #expect(p99.figure == pool.quantile(0.99).map(Figure.integer))
    #expect(p99.estimate.interval?.method == .jackknife)
  }

  @Test func `a maximum is the greatest of all, with the range of the replications`() throws {
    let study = Study(Small.scenario(Self.busy))
    let records = try (0..<5).map { try study.simulate(replication: $0) }
    let greatest = records.compactMap { $0.functions[0].latency.maximum }
    let value = try #require(
      study.result(of: records).metrics.first { $0.subject == .function("api") && $0.metric == .latency && $0.statistic == .maximum })
    #expect(value.figure == greatest.max().map(Figure.integer))
    #expect(value.estimate.interval?.method == .range)
    #expect(
      value.estimate.interval?.low == greatest.min().map(Double.init) && value.estimate.interval?.high == greatest.max().map(Double.init))
  }

  @Test(arguments: [1, 4, 5]) func `intervals are given from five replications on`(count: Int) throws {
    let result = try result(Self.busy, .fixed(count))
    let hasIntervals = result.metrics.contains { $0.estimate.interval.map { $0.method != .range } ?? false }
    #expect(hasIntervals == (count >= 5))
  }

  @Test func `without objectives ten replications are enough`() throws {
    #expect(try result(Self.busy, .automatic(atMost: 100)).outline.replications == 10)
  }

  @Test func `replications go on in rounds of five while an objective is undecided and imprecise`() throws {
    let rule = ReplicationRule.automatic(atMost: 23)
    var counts: [Int] = []
    var count = 0
    while rule.next(after: count, isSettled: false) > count {
      count = rule.next(after: count, isSettled: false)
      counts.append(count)
    }
    #expect(counts == [10, 15, 20, 23])
    #expect(rule.next(after: 15, isSettled: true) == 15)
    // Cold starts are few and far between, so that their share is imprecise; its mean is what the objective asks about.
    let settled = try result(Self.busy, .fixed(10))
    let share = try #require(settled.figure(.function("api"), .coldRatio, .ratio)?.number)
    let asked = Self.busy + "\nobjectives: [api.cold_ratio < \(share * 100)%]"
    let undecided = try result(asked, .automatic(atMost: 20))
    #expect(undecided.outline.replications == 20 || undecided.objectives[0].outcome != .undecided)
  }

  @Test func `a month's bill is the mean of the replications' bills, tiers and all, and adds up`() throws {
    let study = Study(Small.scenario(Self.busy))
    let records = try (0..<7).map { try study.simulate(replication: $0) }
    let each = records.map { study.result(of: $0).costs }
    let mean = study.result(of: records).costs
    #expect(abs(mean.month - each.reduce(0) { $0 + $1.month } / 7) <= Int64(mean.lines.count))
    #expect(mean.month == mean.lines.reduce(0) { $0 + $1.month })
    #expect(mean.run == mean.lines.reduce(0) { $0 + $1.run })
  }

  @Test func `counts of losses and causes are of all replications`() throws {
    let text = Self.busy.replacing("timeout: 10 s", with: "timeout: 10 s, reservedConcurrency: 1")
    let study = Study(Small.scenario(text))
    let records = try (0..<5).map { try study.simulate(replication: $0) }
    let lost = study.result(of: records).losses.filter { $0.subject == .function("api") }.reduce(0) { $0 + $1.requests }
    #expect(lost == records.reduce(0) { $0 + $1.functions[0].refused.reduce(0, +) } && lost > 0)
  }

  @Test func `the earliest failing replication is the one that is told`() throws {
    let endless = Self.busy.replacing(
      "compute: { exponential: { mean: 80 ms } }", with: "repeat: { times: 1000000000, steps: [{ wait: 0 ms }] }")
    #expect(throws: RunFailure.self) { try result(endless, jobs: 3, .fixed(4)) }
  }

  /// Stops the runs once so many have come to their end.
  final class Stopper: RunWatch {
    private let left: Mutex<Int>

    init(after runs: Int) { left = Mutex(runs) }

    func expect(runs: Int) {}

    func advance(from: Double, to share: Double, events: UInt64) -> Bool {
      left.withLock { left in
        if share >= 1 { left -= 1 }
        return left > 0
      }
    }
  }

  @Test func `a study that is stopped shows the complete replications, marked as partial`() throws {
    let result = try result(Self.busy.replacing("4 min", with: "40 min"), .fixed(6), watch: Stopper(after: 2))
    #expect(result.outline.isPartial)
    #expect(result.outline.replications < 6 && result.outline.replications > 0)
  }
}
