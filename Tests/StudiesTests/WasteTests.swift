import Scenarios
import Studies
import StudyFixtures
import Testing

/// What was billed for nothing, told apart by how it came to nothing.
@Suite struct WasteTests {
  /// Ten requests, one a second.
  func result(_ function: String, client: String) throws -> StudyResult {
    try Small.result(
      """
      run: { duration: 10500 ms, drain: { upTo: 10 min } }
      functions:
        api: { runtime: nodejs22, memory: 1024 MB, \(function) }
      traffic:
        web: { to: api, rate: 1/s, arrivals: uniform, client: { \(client) } }
      """)
  }

  @Test func `first tries and further ones that fail are told apart`() throws {
    let result = try result(
      "steps: [{ compute: 50 ms }, { fail: { chance: 100%, error: Broken } }]",
      client: "retry: { attempts: 3, backoff: { constant: 1 min } }")
    let line = try #require(result.cost("api", "requests"))
    #expect(line.quantity == .integer(30))
    #expect(line.wasted == line.run && line.monthWasted == line.month)
    #expect(line.waste(.failed).run * 3 == line.run && line.waste(.retried).run * 3 == line.run * 2)
    let duration = try #require(result.cost("api", "duration.x86_64"))
    #expect(duration.wasted == duration.run)
    #expect(duration.waste.reduce(0) { $0 + $1.run } == duration.wasted)
    #expect(duration.waste.reduce(0) { $0 + $1.month } == duration.monthWasted)
    #expect(result.costs.monthWasted == result.costs.month)
  }

  @Test func `a timeout is a failed try`() throws {
    let result = try result("timeout: 1 s, steps: [{ wait: 2 s }]", client: "timeout: 1 min")
    let line = try #require(result.cost("api", "duration.x86_64"))
    #expect(line.waste(.failed).run == line.run)
  }

  @Test func `only what runs on after its caller has given up is wasted where it ends well`() throws {
    let result = try result("timeout: 10 s, steps: [{ wait: 5 s }]", client: "timeout: 4 s")
    let line = try #require(result.cost("api", "duration.x86_64"))
    // Four of five seconds were waited for, but for the cold starts, which the client's patience spans too.
    #expect(line.waste(.abandoned).run == line.wasted)
    #expect(line.wasted * 5 >= line.run && line.wasted * 5 < line.run * 2)
    #expect(result.cost("api", "requests")?.wasted == 0)
  }

  @Test func `what ends well is no waste`() throws {
    let result = try result("steps: [{ compute: 50 ms }]", client: "timeout: 10 s")
    #expect(result.costs.wasted == 0 && result.costs.monthWaste.allSatisfy { $0 == 0 })
  }

  @Test func `initialisation that a failed try is billed is wasted with it`() throws {
    let result = try result(
      "steps: [{ fail: { chance: 100%, error: Broken } }]", client: "timeout: 1 min")
    let line = try #require(result.cost("api", "duration.x86_64"))
    #expect(line.initialization > 0 && line.wasted == line.run)
  }
}
