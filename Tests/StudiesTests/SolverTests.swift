import Scenarios
import Statistics
import Testing

@testable import Studies

/// Reserved concurrency that refuses is a loss system, so Erlang's formula B knows the answers.
@Suite struct SolverTests {
  /// Ten Erlangs, unless it is varied, offered to eighteen units of concurrency: a loss of 0.714 %, with seventeen of 1.295 %.
  ///
  /// - Source: Erlang B by its recursion.
  static let text = """
    scenario: erlang
    platform: { profile: aws-lambda, maxLifetime: none, thaw: none, scaling: none, concurrency: { requestsPerSecond: none } }
    run: { duration: 4000 s, warmUp: 30 s }
    functions:
      f:
        runtime: nodejs22
        artifact: { size: 1 MB }
        timeout: 15 min
        firstUse: { exponential: { mean: 1 s } }
        binding: pinned
        reservedConcurrency: 18
        steps: [ { compute: { exponential: { mean: 1 s } } } ]
    traffic:
      requests: { to: f, rate: 10/s }
    """

  /// Searches the values of a factor.
  private func solve(
    _ factor: String, _ requirements: [String], _ goal: Solution.Goal = .end(.smallest), asked: [String] = [],
    rule: ReplicationRule = .deciding(.automatic(atMost: 30))
  ) throws -> Solution {
    let factor = try Factor(factor)
    let questions = Questions(requirements: requirements, asked: asked.map { Questions.Asked(option: "--minimize", text: $0) })
    return try Solver(factor, goal).solve { (index: Int) throws -> StudyResult? in
      let read = Scenario.parse(Self.text, overrides: ["\(factor.path)=\(factor.values[index])"], questions: questions)
      var study = Study(try #require(read.scenario, "\(read.diagnostics.count) mistakes: \(read.diagnostics)"))
      study.asked = read.metrics
      return try StudyRunner(RunSettings(jobs: 2)).results(of: [StudyPoint(study)], rule)[0]
    }
  }

  @Test func `the least concurrency with a loss below a percent is the one that Erlang's formula gives`() throws {
    let solution = try solve("functions.f.reservedConcurrency=1..40", ["f.throttle_ratio < 1%"])
    #expect(solution.outcome == .answer(17))
    #expect(solution.answer.map { solution.factor.values[$0] } == "18")
    #expect(solution[16]?.outcome == .fail && solution[17]?.outcome == .pass && solution[18]?.outcome == .pass)
    #expect(solution.points.count <= 10)
    let loss = try #require(solution[17]?.objectives[0].figure.number)
    #expect(abs(loss - 0.00714) < 0.0004)
  }

  @Test func `the greatest load with a loss below a percent is the one that Erlang's formula gives`() throws {
    // 0.714 % at 10, 1.477 % at 11.
    let solution = try solve("traffic.requests.rate=1/s..20/s", ["f.throttle_ratio < 1%"], .end(.largest))
    #expect(solution.answer.map { solution.factor.values[$0] } == "10/s")
    #expect(solution.outcome == .answer(9))
  }

  @Test func `the step to a neighbour's cost has the interval of the paired difference`() throws {
    let solution = try solve("functions.f.reservedConcurrency=17..19", ["f.throttle_ratio < 1%"])
    let (answer, next) = (try #require(solution[1]), try #require(solution[2]))
    let step = try #require(CostStep(from: answer, to: next))
    let interval = try #require(step.interval)
    #expect(interval.lower > 0 && interval.upper - interval.lower < 0.2 * step.nanodollars)
  }

  @Test func `all and none are answers too`() throws {
    #expect(try solve("functions.f.reservedConcurrency=20..23", ["f.throttle_ratio < 1%"]).outcome == .allHold(0))
    #expect(try solve("functions.f.reservedConcurrency=1..4", ["f.throttle_ratio < 1%"]).outcome == .noneHolds)
  }

  @Test func `what holds here and not beyond it is found out by looking at every value`() throws {
    let solution = try solve("functions.f.reservedConcurrency=15..20", ["f.throttle_ratio > 1%"])
    #expect(solution.outcome == .notMonotone(first: 0, failing: [3, 4, 5], isComplete: true))
    #expect(solution.points.count == 6)
  }

  @Test func `a value on the edge stays undecided`() throws {
    let solution = try solve("functions.f.reservedConcurrency=17..19", ["f.throttle_ratio < 0.7139%"], rule: .automatic(atMost: 10))
    #expect(solution.outcome == .undecided(at: [1], holds: 2))
  }

  @Test func `the cheapest that holds is taken among all values`() throws {
    let cost = MetricName(text: "cost.month", subject: .cost, metric: .monthCost, statistic: .total)
    let goal = Solution.Goal.best(MetricGoal(cost, .smaller))
    let solution = try solve("functions.f.reservedConcurrency=16..20", ["f.throttle_ratio < 1%"], goal, asked: ["cost.month"])
    // More that is not refused costs more: the smallest that holds is the cheapest, and the others differ from it.
    #expect(solution.outcome == .best(2, set: [2]))
    #expect(solution.points.count == 5)
  }
}
