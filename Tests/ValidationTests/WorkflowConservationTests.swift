import Documents
import Fleet
import Scenarios
import Statistics
import Testing

/// No execution disappears, whatever its machine and however it is cut off, and the engine's fast ways tell the same.
struct WorkflowConservationTests {
  private static func scenario(_ seed: Int) throws -> Scenario {
    let drain = seed % 3 == 0 ? "drain: { upTo: 2 s }" : "drain: { upTo: 1 h }"
    let transitions = seed % 4 == 0 ? "transitions: { rate: 15/s, burst: 30 }" : "keepAlive: 6 min"
    let platform = seed % 4 == 0 ? "workflows: { \(transitions), open: 40 }" : transitions
    let text = """
      scenario: random
      platform: { profile: aws-lambda, \(platform) }
      run: { start: 2026-01-05T00:00:00Z, duration: 40 s, \(drain), seed: \(seed) }
      functions:
        flaky: { runtime: nodejs22, steps: [{ wait: { exponential: { mean: 300 ms } } }, { fail: { chance: 25%, error: Odd } }] }
        slow: { runtime: nodejs22, timeout: 4 s, reservedConcurrency: 4, steps: [{ wait: { exponential: { mean: 1500 ms } } }] }
      queues:
        letters: {}
      workflows:
        outer: { definition: outer.asl.json }
        inner: { definition: inner.asl.json }
        quick: { definition: quick.asl.json, kind: express }
      traffic:
        some: { to: outer, rate: 1.5/s, input: { n: 3, items: [1, 2, 3] } }
        more: { to: quick, rate: 2/s, input: { n: 7, items: [1, 2] } }
      """
    var outer = RandomMachine(UInt64(3 * seed), nested: "inner")
    var inner = RandomMachine(UInt64(3 * seed + 1))
    var quick = RandomMachine(UInt64(3 * seed + 2), isExpress: true)
    let files = MemoryFiles([
      "outer.asl.json": outer.definition(), "inner.asl.json": inner.definition(), "quick.asl.json": quick.definition(),
    ])
    return try Simulated.scenario(text, files: files)
  }

  @Test(arguments: 1...60)
  func `each execution offered is refused, has one end or is unfinished`(seed: Int) throws {
    let scenario = try Self.scenario(seed)
    let run = try Run.simulate(Blueprint(scenario))
    #expect(run == (try Run.simulate(Blueprint(scenario, engine: .plain))))
    for workflow in run.workflows {
      #expect(workflow.offered == workflow.throttled + workflow.tooLarge + workflow.badInputs + workflow.started)
      let ended = workflow.succeeded + workflow.failed + workflow.timedOut + workflow.aborted
      #expect(workflow.started == ended + workflow.unfinished)
      #expect(workflow.duration.count == ended)
    }
    #expect(run.workflows[2].billedTransitions == 0 && run.workflows[0].expressRequests <= run.workflows[0].children)
    for function in run.functions {
      #expect(
        function.offered == function.refused.reduce(0, +) + function.succeeded + function.errors + function.timeouts + function.unfinished)
    }
    for source in run.sources {
      #expect(source.requests == source.succeeded + source.lost.reduce(0, +) + source.unfinished)
    }
    if seed % 3 != 0 { #expect(run.workflows.allSatisfy { $0.unfinished == 0 }) }
  }

  @Test func `the machines are odd enough to end in every way`() throws {
    let workflows = try (1...60).flatMap { try Run.simulate(Blueprint(Self.scenario($0))).workflows }
    func sum(_ count: KeyPath<WorkflowRecord, Int64>) -> Int64 { workflows.reduce(0) { $0 + $1[keyPath: count] } }
    for count in [\WorkflowRecord.succeeded, \.failed, \.timedOut, \.aborted, \.unfinished, \.throttled, \.children, \.delayed] {
      #expect(sum(count) > 0, "\(count)")
    }
  }
}
