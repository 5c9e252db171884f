import Documents
import Testing

@testable import Scenarios

struct TestFileTests {
  private static let small = scenario(rest: "objectives: [api.errors == 0]")

  private func load(_ text: String, _ scenarios: [String: String] = ["tests/s.yaml": small]) -> TestFileResult {
    TestFile.load(path: "tests/a.test.yaml", files: MemoryFiles(scenarios.merging(["tests/a.test.yaml": text]) { $1 }))
  }

  @Test func `a case is a scenario with its own values and faults, and expectations in place of the objectives`() throws {
    let result = load(
      """
      scenario: s.yaml
      cases:
        - name: slower
          set: { functions.api.memory: 512 MB, traffic.web: { to: api, rate: 2/s } }
          inject: ["deploy:api,at=5m"]
          seed: 7
          expect: [api.latency.p99 < 1 s, api.duration.mean within 2% of 50 ms]
        - name: more often
          replications: 12
          expect: [api.invocations within 10 of 3600]
      """)
    let cases = try #require(result.tests, "\(result.diagnostics.map(\.rendered))").cases
    #expect(cases.map(\.name) == ["slower", "more often"])
    #expect(cases[0].scenario.functions[0].memory == 512 << 20)
    #expect(cases[0].scenario.faults.count == 1)
    #expect(cases[0].scenario.run.seed == 7)
    #expect(cases.map(\.scenario.run.replications) == [.fixed(1), .fixed(12)])
    #expect(cases[0].scenario.objectives.map(\.text) == ["api.latency.p99 < 1 s", "api.duration.mean within 2% of 50 ms"])
    #expect(cases[0].scenario.objectives[1].tolerance == 1e6)
    #expect(cases[1].scenario.objectives[0].tolerance == 10)
    #expect(cases[1].scenario.faults.isEmpty)
  }

  @Test func `mistakes are found all at once and at their places in the test file`() {
    let marked = Marked(
      """
      scenario: s.yaml
      cases:
        - name: a
          set: { functions.1️⃣apo.memory: 512 MB, functions.api.timeout: 2️⃣5, 3️⃣a..b: 1 }
          inject: ["deploy:4️⃣nobody,at=5m"]
          expect: [api.5️⃣erors == 0, 6️⃣api.age.max <> 5]
        - name: 7️⃣a
          expect: 8️⃣[]
          9️⃣expects: []
      """)
    let found = load(marked.text).diagnostics.map { "\($0.place.line):\($0.place.column) \($0.code)" }
    let codes = ["FS5002", "FS2005", "FS5003", "FS3001", "FS6003", "FS6001", "FS7001", "FS7002", "FS2001"]
    #expect(found.filter { !$0.contains("FS9") } == zip(marked.places, codes).map { "\($0.line):\($0.column) \($1)" })
  }

  @Test func `a scenario's own mistake is noted once, whatever cases use it`() {
    let broken = scenario(functions: "  api: { runtime: nodejs22, memory: 5 }")
    let cases = (1...3).map { "  - { name: c\($0), expect: [api.errors == 0] }" }.joined(separator: "\n")
    let result = load("scenario: s.yaml\ncases:\n\(cases)", ["tests/s.yaml": broken])
    #expect(result.diagnostics.map { "\($0.place.source.name) \($0.code)" } == ["tests/s.yaml FS2005"])
    #expect(!result.isInputMissing)
  }

  @Test func `a scenario that is missing is noted where it is named`() {
    let result = load("cases:\n  - { name: a, scenario: gone.yaml, expect: [api.errors == 0] }")
    #expect(result.diagnostics.map { "\($0.place.line):\($0.place.column) \($0.code)" } == ["2:26 FS1001"])
    #expect(result.isInputMissing)
  }

  @Test func `a case needs a scenario`() {
    #expect(load("cases: [{ name: a, expect: [api.errors == 0] }]").diagnostics.map(\.code) == ["FS2002"])
  }

  @Test(
    arguments: [
      ("api.latency.p99 within 5 ms of 300 ms", 3e8, 5e6), ("api.latency.p99   within 1%  of   2 s ", 2e9, 2e7),
      ("api.throttle_ratio within 50% of 2%", 0.02, 0.01), ("cost.month within 0.5 USD of 12 USD", 12, 0.5),
    ] as [(String, Double, Double)])
  func `a tolerance is a share of the value or a quantity of its unit`(text: String, value: Double, tolerance: Double) throws {
    let objective = try #require(try read(scenario(rest: "objectives: [\"\(text)\"]")).objectives.first)
    #expect(objective.comparison == .within && objective.value == value)
    #expect(abs(objective.tolerance - tolerance) <= 1e-12 * tolerance)
    #expect(objective.holds(value + tolerance * 0.999) && objective.holds(value - tolerance * 0.999))
    #expect(!objective.holds(value + tolerance * 1.001) && !objective.holds(value - tolerance * 1.001))
  }

  @Test(
    arguments: [
      ("api.latency.p99 within of 3 s", "FS6001"), ("api.latency.p99 within 5 ms", "FS6001"), ("within 5 ms of 3 s", "FS6001"),
      ("api.latency.p99 within 5 of 3 s", "FS6005"), ("api.latency.p99 within -1% of 3 s", "FS6005"),
      ("api.latency.p99 within 5% of 3", "FS6005"),
    ])
  func `a tolerance that is none is a mistake`(text: String, code: String) {
    #expect(Scenario.parse(scenario(rest: "objectives: [\"\(text)\"]")).diagnostics.map(\.code) == [code])
  }

  @Test func `the schema of test files knows their keys`() {
    let schema = ScenarioSchema.ofTestFiles.compact
    for key in ["scenario", "cases", "name", "set", "inject", "seed", "replications", "expect"] { #expect(schema.contains("\"\(key)\":{")) }
  }
}
