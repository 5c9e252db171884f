import Documents
import Testing
import Variates

@testable import Scenarios

struct VariantTests {
  @Test func `an override sets a value, adds a key and reaches into lists and platforms`() throws {
    let text = scenario(functions: "  api: { runtime: nodejs22, steps: [{ compute: 1 ms }, { wait: 2 ms }] }\n  b: { runtime: go }")
    let read = try read(
      text,
      overrides: [
        #"functions.api.memory="512 MB""#, "functions.*.timeout=7 s", "functions.api.steps[1].wait=5 ms", "platform.keepAlive=10 min",
        "run.seed=9", "functions.api.artifact.size=3 MB", "traffic.web.client={ timeout: 1 s }",
      ])
    #expect(read.functions[0].memory == 512 << 20)
    #expect(read.functions.map(\.timeout) == [7_000_000_000, 7_000_000_000])
    #expect(read.functions[0].steps[1] == Step(.wait(.constant(5_000_000))))
    #expect(read.functions[1].keepAlive == .constant(600_000_000_000))
    #expect(read.run.seed == 9)
    #expect(read.functions[0].artifact.size == 3 << 20)
    #expect(read.traffic[0].client.timeout == 1_000_000_000)
  }

  @Test(arguments: [
    ("functions.apj.memory=512 MB", "--set:1:11", "FS5002"), ("functions.api.memroy=512 MB", "--set:1:15", "FS2001"),
    ("functions.api.memory=512", "--set:1:22", "FS2005"), ("functions.api.steps[3].wait=1 s", "--set:1:20", "FS5002"),
    ("functions.api.steps[0].wait.*=1 s", "--set:1:29", "FS5002"), ("functions.api.memory", "--set:1:1", "FS5003"),
    ("functons.api.memory=1 MB", "--set:1:1", "FS2001"), ("functions.api.runtime.x=1", "--set:1:23", "FS5002"),
    ("run.duration=[1", "--set:1:16", "FS1005"), ("run.duration=", "--set:1:14", "FS2004"), ("=5", "--set:1:1", "FS5003"),
    ("a..b=5", "--set:1:1", "FS5003"), ("a[x]=5", "--set:1:1", "FS5003"),
  ])
  func `a wrong override is located in itself`(override: String, place: String, code: String) {
    let text = scenario(functions: "  api: { runtime: nodejs22, steps: [{ wait: 1 ms }] }")
    let result = Scenario.parse(text, overrides: [override])
    #expect(result.diagnostics.map { "\($0.place.description) \($0.code)" } == ["\(place) \(code)"])
    #expect(result.scenario == nil)
  }

  @Test func `the second override is line 2`() {
    let result = Scenario.parse(Example.small, overrides: ["run.seed=2", "run.seed=x"])
    #expect(result.diagnostics.map(\.place.description) == ["--set:2:10"])
  }

  @Test func `a variant merges mappings, replaces lists and distributions, and removes by an empty value`() throws {
    let base = """
      scenario: base
      platform: aws-lambda
      run: { duration: 1 h, seed: 4 }
      functions:
        api:
          runtime: nodejs22
          memory: 256 MB
          reservedConcurrency: 5
          keepAlive: { uniform: { low: 1 min, high: 2 min } }
          steps: [{ compute: 1 ms }, { wait: 2 ms }]
      traffic:
        web: { to: api, rate: 5/s }
      """
    let variant = """
      scenario: variant
      extends: base.yaml
      functions:
        api:
          memory: 512 MB
          reservedConcurrency: ~
          keepAlive: { exponential: { mean: 5 min } }
          steps: [{ wait: 3 ms }]
      traffic:
        web: { rate: ~, users: 5, think: 1 s }
      """
    let read = try read(variant, files: MemoryFiles(["base.yaml": base]))
    #expect(read.name == "variant")
    #expect(read.run.seed == 4)
    let api = read.functions[0]
    #expect(api.memory == 512 << 20)
    #expect(api.reservedConcurrency == nil)
    #expect(api.keepAlive == .exponential(mean: 300_000_000_000))
    #expect(api.steps == [Step(.wait(.constant(3_000_000)))])
    #expect(read.traffic[0].arrivals == .users(5, think: .constant(1_000_000_000)))
  }

  @Test func `a mistake in a base is shown in the base, and files are relative to the file that names them`() {
    let files = MemoryFiles([
      "lib/base.yaml": """
      platform: aws-lambda
      run: { duration: 1 h }
      functions: { api: { runtime: nodejs22, memory: 512 } }
      traffic: { web: { to: api, trace: { timestamps: { file: stamps.csv, column: t } } } }
      """,
      "lib/stamps.csv": "t\n1.5\n0.5\n",
    ])
    let result = Scenario.parse("scenario: a\nextends: lib/base.yaml\n", files: files)
    #expect(result.diagnostics.map { "\($0.place.description) \($0.code)" } == ["lib/base.yaml:3:48 FS2005"])
  }

  @Test func `a chain that comes back is refused`() {
    let files = MemoryFiles(["a.yaml": "extends: b.yaml\n", "b.yaml": "extends: a.yaml\n"])
    let result = Scenario.load(path: "a.yaml", files: files)
    #expect(result.diagnostics.map { "\($0.place.description) \($0.code)" } == ["b.yaml:1:10 FS5001"])
  }

  @Test func `a missing file is another exit code than a mistake`() {
    let missing = Scenario.load(path: "gone.yaml", files: MemoryFiles())
    #expect(missing.isInputMissing)
    #expect(missing.diagnostics.map(\.code) == ["FS1001"])
    #expect(Scenario.load(path: "x.yaml", files: MemoryFiles(["x.yaml": "extends: gone.yaml"])).isInputMissing)
    #expect(!Scenario.parse("a: 1").isInputMissing)
    #expect(Scenario.load(path: "/nowhere/at/all.yaml").isInputMissing)
  }

  @Test func `a folder is no file`() {
    #expect(Scenario.load(path: "/tmp").diagnostics.map(\.code) == ["FS1002"])
  }
}
