import Fleet
import Reports
import Scenarios
import Statistics
import Studies
import Testing

/// A seed and a scenario make a run, and what does not meet does not disturb.
struct DeterminismTests {
  private static let both = BusyFleet.text([BusyFleet.shop, BusyFleet.plant], account: "concurrency: 1000")
  private static let short = BusyFleet.text([BusyFleet.shop, BusyFleet.plant], account: "concurrency: 130, usedElsewhere: 112")

  private func study(_ text: String, seed: Int64 = 1) throws -> Study {
    var scenario = try Simulated.scenario(text, files: BusyFleet.files)
    scenario.run.seed = seed
    return Study(scenario, seriesEvery: 30_000_000_000)
  }

  private func tables(_ study: Study) throws -> [String] {
    let result = study.result(of: try study.simulate())
    return ResultTable.present(in: result).map { $0.text(result) }
  }

  /// What a run recorded of each function and each source, by name.
  private func parts(_ text: String) throws -> (functions: [String: FunctionRecord], sources: [String: SourceRecord]) {
    let study = try study(text)
    let run = try study.simulate()
    return (
      Dictionary(uniqueKeysWithValues: zip(study.scenario.functions.map(\.name), run.functions)),
      Dictionary(uniqueKeysWithValues: zip(study.scenario.traffic.map(\.name), run.sources))
    )
  }

  @Test(arguments: [both, short])
  func `the same seed gives the same bytes`(text: String) throws {
    let (first, second) = (try study(text), try study(text))
    #expect(try first.simulate() == second.simulate())
    #expect(try tables(first) == tables(second))
  }

  @Test func `another seed gives another run`() throws {
    let (first, second) = (try study(Self.both).simulate(), try study(Self.both, seed: 2).simulate())
    for (one, other) in zip(first.functions, second.functions) { #expect(one != other) }
    for (one, other) in zip(first.sources, second.sources) { #expect(one != other) }
  }

  @Test(arguments: [both, short])
  func `how the engine goes about it cannot be seen`(text: String) throws {
    var study = try study(text)
    let fast = try study.simulate()
    study.engine.folds = false
    study.engine.blockSize = 1
    study.engine.expiresEagerly = true
    #expect(try study.simulate() == fast)
  }

  @Test func `two fleets that do not meet are in one file what they are in two`() throws {
    let together = try parts(Self.both)
    let shop = try parts(BusyFleet.text([BusyFleet.shop], account: "concurrency: 1000"))
    let plant = try parts(BusyFleet.text([BusyFleet.plant], account: "concurrency: 1000"))
    #expect(together.functions.count == 5 && together.sources.count == 6)
    for (name, record) in together.functions { #expect(record == (shop.functions[name] ?? plant.functions[name]), "\(name)") }
    for (name, record) in together.sources { #expect(record == (shop.sources[name] ?? plant.sources[name]), "\(name)") }
  }

  @Test func `the order of functions and sources does not matter`() throws {
    let swapped = try parts(BusyFleet.text([BusyFleet.plant, BusyFleet.shop], account: "concurrency: 1000"))
    let together = try parts(Self.both)
    #expect(swapped.functions == together.functions && swapped.sources == together.sources)
  }

  @Test func `a neighbour with another name changes nobody but itself`() throws {
    let text = Self.both.replacing(" back:", with: " office:").replacing("to: back,", with: "to: office,").replacing(
      "clerks:", with: "staff:")
    let (before, after) = (try parts(Self.both), try parts(text))
    for name in ["front", "sensor", "model", "replay"] { #expect(before.functions[name] == after.functions[name], "\(name)") }
    for name in ["shoppers", "readings", "jobs", "log"] { #expect(before.sources[name] == after.sources[name], "\(name)") }
    #expect(after.functions["office"] != before.functions["back"])
  }

  @Test func `a function put in between changes nobody`() throws {
    let guest = (
      functions: "  guest: { runtime: ruby3.4, artifact: { size: 2 MB }, steps: [ { compute: { exponential: { mean: 50 ms } } } ] }\n",
      traffic: "  visits: { to: guest, rate: 20/s }\n"
    )
    let (before, after) = (
      try parts(Self.both), try parts(BusyFleet.text([BusyFleet.shop, guest, BusyFleet.plant], account: "concurrency: 1000"))
    )
    #expect(after.functions["guest"]?.ended ?? 0 > 5000)
    for (name, record) in before.functions { #expect(record == after.functions[name], "\(name)") }
    for (name, record) in before.sources { #expect(record == after.sources[name], "\(name)") }
  }

  /// A step keeps its draws inside a loop of one pass, because the first pass is visit 0; branches of a fork are visits of their own, and
  /// have theirs.
  @Test(arguments: [
    ("repeat: { times: 1, steps: [ { compute: { exponential: { mean: 70 ms } } }, { fail: { chance: 5%, error: E } } ] }", true),
    ("repeat: { times: 1, parallel: 1, steps: [ { wait: 70 ms } ] }", false),
  ])
  func `repeating once is doing it`(step: String, isDrawn: Bool) throws {
    func text(_ steps: String) -> String {
      """
      scenario: once
      platform: aws-lambda
      run: { duration: 10 min }
      functions:
        f: { runtime: nodejs22, artifact: { size: 1 MB }, steps: [ { wait: { uniform: { low: 1 ms, high: 9 ms } } }, \(steps) ] }
      traffic:
        t: { to: f, rate: 10/s }
      """
    }
    let plain = isDrawn ? "{ compute: { exponential: { mean: 70 ms } } }, { fail: { chance: 5%, error: E } }" : "{ wait: 70 ms }"
    let (repeated, done) = (try Simulated.record(text("{ \(step) }")), try Simulated.record(text(plain)))
    #expect(repeated.functions == done.functions && repeated.sources == done.sources)
    #expect(done.functions[0].ended > 5000)
  }

  /// Python has no work that only the first invocation has, so that a new instance takes no longer than another.
  @Test func `a step inserted before others leaves their draws alone`() throws {
    func record(_ more: String) throws -> FunctionRecord {
      try Simulated.record(
        """
        scenario: inserted
        platform: { profile: aws-lambda, thaw: none }
        run: { duration: 10 min, drain: { upTo: 1 min } }
        functions:
          f: { runtime: python3.12, artifact: { size: 1 MB }, steps: [ \(more){ compute: { exponential: { mean: 70 ms } } } ] }
        traffic:
          t: { to: f, rate: 10/s }
        """
      ).functions[0]
    }
    let (before, after) = (try record(""), try record("{ wait: 10 ms }, "))
    #expect(after.ended == before.ended && before.ended > 5000)
    #expect(after.duration.sum == before.duration.sum + Int128(before.ended) * 10_000_000)
  }
}
