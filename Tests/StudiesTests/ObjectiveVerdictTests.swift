import Fleet
import Scenarios
import Studies
import StudyFixtures
import Testing

@Suite struct ObjectiveVerdictTests {
  func verdict(_ objective: Objective, _ record: RunRecord = Shop.record()) throws -> ObjectiveVerdict {
    try #require(Shop.study(objectives: [objective]).result(of: record).objectives.first)
  }

  @Test func `an objective is judged on the value`() throws {
    #expect(try verdict(Shop.latency(of: "api", 0.5, below: 25)).outcome == .pass)
    let failed = try verdict(Shop.latency(of: "api", 0.99, below: 25))
    #expect(failed.outcome == .fail && failed.isFailure && failed.held == 0)
  }

  @Test func `a quantile among the unfinished fails however high the bound`() throws {
    let verdict = try verdict(Shop.latency(of: "api", 0.999, below: 1e9))
    #expect(verdict.figure == .above(500_000_000))
    #expect(verdict.outcome == .fail)
  }

  @Test func `a quantile among the unfinished fails even where more is wanted`() throws {
    var objective = Shop.latency(of: "api", 0.999, below: 1)
    objective.comparison = .greater
    #expect(try verdict(objective).outcome == .fail)
  }

  @Test func `what was not measured does not pass`() throws {
    var record = Shop.record()
    record.functions[1] = FunctionRecord()
    #expect(try verdict(Shop.latency(of: "worker", 0.5, below: 1e9), record).outcome == .fail)
  }

  @Test func `an advisory objective fails without failing the run`() throws {
    let advisory = try verdict(Shop.latency(of: "api", 0.99, below: 25, advisory: true))
    #expect(advisory.outcome == .fail && !advisory.isFailure)
    #expect(Shop.study(objectives: [advisory.objective]).result(of: Shop.record()).failures == 0)
  }

  @Test func `the last level of the window can be judged`() throws {
    var record = Shop.record()
    record.functions[0].instances.last = 4
    let objective = Objective(
      text: "api.instances.last <= 3", subject: .function("api"), metric: .instances, statistic: .last, comparison: .atMost, value: 3)
    #expect(try verdict(objective, record).figure == .integer(4))
    #expect(try verdict(objective, record).outcome == .fail)
  }

  @Test func `money is judged in dollars`() throws {
    let objective = Objective(
      text: "cost.run <= 0.001 USD", subject: .cost, metric: .runCost, statistic: .total, comparison: .atMost, value: 0.001)
    // 997 requests at 0.2 USD a million, 31 GB-s at 0.00002 USD.
    #expect(try verdict(objective).figure == .money(199_400 + 620_000))
    #expect(try verdict(objective).outcome == .pass)
  }
}
