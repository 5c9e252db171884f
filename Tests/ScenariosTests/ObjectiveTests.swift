import Documents
import Fleet
import Testing

@testable import Scenarios

/// What an objective may ask for.
struct ObjectiveTests {
  private func text(_ objective: String) -> String {
    scenario(rest: "streams: { clicks: { shards: 1 } }\nobjectives:\n  - \(objective)")
  }

  @Test func `a part of cold starts is asked for by its name`() throws {
    let objectives = try read(text("api.init.runtime.p99 < 1 s")).objectives
    #expect(objectives[0].part == .runtimeStart && objectives[0].statistic == .quantile(0.99))
    #expect(try read(text("api.init.p99 < 1 s")).objectives[0].part == nil)
    expectFindings(text("api.init.1️⃣engine.p99 < 1 s"), ["FS6004"], advice: false)
  }

  @Test(arguments: ["age.p99 < 1 h", "receives >= 0", "duplicates == 0", "iterator_age.max < 1 min"])
  func `streams have the metrics of queues`(objective: String) throws {
    #expect(try read(text("clicks.\(objective)")).objectives.count == 1)
  }

  @Test func `a share is to be written as a share`() {
    let found = Scenario.parse(text("api.invocations.ratio <= 1")).diagnostics
    #expect(found.contains { $0.code == "FS6005" && $0.rendered.contains("0.1%") }, "\(found.map(\.rendered))")
  }

  @Test func `a rate of more than one request a nanosecond is refused`() {
    expectFindings(scenario(traffic: "  web: { to: api, rate: 1️⃣1e30/s }"), ["FS2007"])
    expectFindings(
      scenario(traffic: "  web: { to: api, rate: 1/s, shape: 1️⃣{ spike: { at: 1 s, for: 1 ns, peak: 3e9x, every: 1 h } } }"), ["FS2007"])
  }
}
