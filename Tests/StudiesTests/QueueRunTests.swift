import Billing
import Scenarios
import Studies
import StudyFixtures
import Testing

/// What is shown of a fleet with a queue that was simulated.
@Suite struct QueueRunTests {
  /// What a run comes to at 0.40 USD for a million calls of queues, beside the prices of functions.
  func result(_ steps: String) throws -> StudyResult {
    var scenario = Small.scenario(
      """
      run: { duration: 20500 ms, drain: { upTo: 1 h } }
      functions:
        receive: { runtime: nodejs22, steps: [{ send: { to: jobs } }] }
        work:
          runtime: nodejs22
          triggers: { jobs: { batchSize: 1 } }
          steps: [\(steps)]
      queues:
        jobs: { kind: standard, visibilityTimeout: 60 s, maxReceiveCount: 2, deadLetter: jobs-dead }
        jobs-dead: { kind: standard }
      traffic:
        web: { to: receive, rate: 1/s, arrivals: uniform }
      objectives:
        - jobs-dead.accepted == 0
        - jobs.processed.ratio == 100%
        - web.completion.p99 < 30 s
      """)
    scenario.prices.rates[.queueStandard] = Rate(Price(ExactDecimal(4, exponent: -1), per: .request))
    return try Small.result(of: scenario)
  }

  @Test func `what fails as often as it may is lost, and its tries are waste`() throws {
    let result = try result("{ fail: { chance: 100%, error: Broken } }")
    let requests = result.sources[0].requests
    #expect(requests == 20)
    #expect(result.objectives.map(\.outcome) == [.fail, .fail, .fail])
    #expect(result.figure(.element(.queue, "jobs-dead"), .accepted, .count) == .integer(requests))
    #expect(result.losses.contains { $0.subject == .source("web") && $0.cause == "dead_lettered" && $0.requests == requests })
    #expect(result.losses.contains { $0.subject == .element(.queue, "jobs") && $0.cause == "dead_lettered" })
    let line = try #require(result.cost("work", "requests"))
    #expect(line.quantity == .integer(2 * requests))
    #expect(line.waste(.failed).run == line.waste(.retried).run && line.wasted == line.run)
  }

  @Test func `what goes well has a way to completion through the queue`() throws {
    let result = try result("{ compute: 100 ms }")
    #expect(result.objectives.map(\.outcome) == [.pass, .pass, .pass])
    let causes = result.causes.filter { $0.subject == .source("web") && $0.metric == .completion && $0.requests == .all }
    #expect(!causes.isEmpty)
    #expect(abs(causes.reduce(0) { $0 + $1.share } - 1) < 1e-9)
    let calls = try #require(result.cost("jobs", "queue.standard"))
    // 20 messages, each sent, received and deleted by itself.
    #expect(calls.quantity == .integer(60) && calls.waste(.idle).run == 0)
    #expect(calls.run == 60 * 400)
    #expect(result.costs.unpriced.isEmpty)
    #expect(result.queues.map(\.name) == ["jobs", "jobs-dead"])
  }
}
