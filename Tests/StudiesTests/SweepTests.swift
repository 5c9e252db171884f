import Scenarios
import Statistics
import Testing

@testable import Studies

@Suite struct SweepTests {
  /// Twice the memory takes half the time of the same work, for the same duration billed.
  static let text = """
    scenario: memory
    platform: aws-lambda
    run: { duration: 10 min, replications: 6 }
    functions:
      api:
        runtime: nodejs22
        memory: 256 MB
        artifact: { size: 3 MB }
        steps: [ { compute: { work: 400 ms, at: 512 MB } }, { wait: 200 ms } ]
    traffic:
      web: { to: api, rate: 5/s }
    """

  private func sweep(
    _ factors: [String], objectives: [String] = [], rank: (String, MetricGoal)? = nil, pareto: [(String, MetricGoal)] = []
  ) throws -> Sweep {
    let design = try #require(StudyDesign(every: try factors.map { try Factor($0) }))
    let asked = ([rank].compactMap(\.self) + pareto).map { Questions.Asked(option: "--rank", text: $0.0) }
    let points = try design.points.indices.map { point in
      let questions = Questions(requirements: objectives, asked: asked)
      let read = Scenario.parse(Self.text, overrides: design.overrides(of: point), questions: questions)
      var study = Study(try #require(read.scenario, "\(read.diagnostics.count) mistakes: \(read.diagnostics)"), freeTier: false)
      study.asked = read.metrics
      return StudyPoint(study)
    }
    let results = try StudyRunner(RunSettings(jobs: 2)).results(of: points, .fixed(6))
    return Sweep(design, results, rank: rank?.1, pareto: pareto.map(\.1))
  }

  private let cost = (
    "cost.month",
    MetricGoal(
      MetricName(text: "cost.month", subject: .cost, metric: .monthCost, statistic: .total), .smaller)
  )
  private let duration = (
    "api.duration.mean",
    MetricGoal(
      MetricName(text: "api.duration.mean", subject: .function("api"), metric: .duration, statistic: .mean), .smaller)
  )

  @Test func `the best is the best of those that hold all objectives`() throws {
    let sweep = try sweep(
      ["functions.api.memory=128 MB,256 MB,512 MB,1024 MB"], objectives: ["api.duration.mean < 700 ms"], rank: cost)
    #expect(sweep.results.map { $0?.outcome } == [.fail, .fail, .pass, .pass])
    // Half a second at 512 MB costs less than four tenths at 1024 MB, and by far more than chance explains.
    #expect(sweep.ranking?.best == 2)
    #expect(sweep.ranking?.set == [2])
    #expect(sweep.firstFailure == 0)
    #expect(sweep.outcome == .pass)
  }

  @Test func `what differs by nothing that is measured can't be told from the best`() throws {
    let sweep = try sweep(["functions.api.timeout=10 s,20 s", "functions.api.memory=1024 MB,256 MB"], rank: duration)
    #expect(sweep.ranking?.best == 0)
    #expect(sweep.ranking?.set == [0, 2])
  }

  @Test func `the Pareto set has what is cheapest, what is fastest and what lies between`() throws {
    let sweep = try sweep(["functions.api.memory=128 MB,256 MB,512 MB,1024 MB,3008 MB"], pareto: [cost, duration])
    // Up to one vCPU the same work costs the same while waiting costs more with more memory; beyond it nothing is faster.
    #expect(sweep.pareto.first == 0)
    #expect(Set([0, 1, 2, 3]).isSubset(of: sweep.pareto))
    #expect(sweep.results.allSatisfy { $0?.outcome == .pass })
  }

  @Test func `no point is best where none holds`() throws {
    let sweep = try sweep(
      ["functions.api.memory=128 MB,256 MB"], objectives: ["api.duration.mean < 1 ms"], rank: cost, pareto: [cost, duration])
    #expect(sweep.ranking?.best == nil)
    #expect(sweep.pareto.isEmpty)
    #expect(sweep.outcome == .fail)
  }

  @Test func `what stands in the way of an objective is its subject's largest cause, loss or cost`() throws {
    let sweep = try sweep(
      ["functions.api.reservedConcurrency=1,100"],
      objectives: ["api.latency.p99 < 1 ms", "web.lost.ratio < 1%", "cost.month < 0.01 USD"])
    let result = try #require(sweep.results[0])
    guard case .cause(let share) = result.bottleneck(of: result.objectives[0].objective) else {
      Issue.record("no cause")
      return
    }
    #expect(share.subject == .function("api"))
    guard case .loss(let loss) = result.bottleneck(of: result.objectives[1].objective) else {
      Issue.record("no loss")
      return
    }
    #expect(loss.cause == "throttle")
    guard case .cost(let item, _) = result.bottleneck(of: result.objectives[2].objective) else {
      Issue.record("no cost")
      return
    }
    #expect(item.hasPrefix("duration"))
  }
}
