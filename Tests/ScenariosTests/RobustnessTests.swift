import Documents
import Testing
import Variates

@testable import Scenarios

struct RobustnessTests {
  @Test func `a scenario cut short anywhere is refused or read, never more`() {
    let bytes = Array(ScenarioReference.example.utf8)
    for end in stride(from: 0, to: bytes.count, by: 41) {
      let document = Document(bytes: Array(bytes[..<end]), name: "cut.yaml")
      let result = Scenario.parse(String(decoding: bytes[..<end], as: UTF8.self), files: ReferenceTests.exampleFiles)
      #expect(result.scenario != nil || !result.diagnostics.isEmpty)
      #expect(document.root != nil || !document.diagnostics.isEmpty)
    }
  }

  @Test func `a scenario with changed bytes is refused or read, never more`() {
    var draw = Draw(20_260_105)
    let original = Array(ScenarioReference.example.utf8)
    let special = Array("{}[]:,-&*?|>'\"%!# \n\t@`0".utf8)
    for _ in 0..<150 {
      var bytes = original
      for _ in 0..<(1 + draw.below(4)) {
        let place = Int(draw.below(UInt64(bytes.count)))
        switch draw.below(3) {
        case 0: bytes[place] = UInt8(draw.below(256))
        case 1: bytes.remove(at: place)
        default: bytes.insert(special[Int(draw.below(UInt64(special.count)))], at: place)
        }
      }
      let files = MemoryFiles(ReferenceTests.exampleFiles.texts.merging(["fuzz.yaml": String(decoding: bytes, as: UTF8.self)]) { $1 })
      let result = Scenario.load(path: "fuzz.yaml", files: files)
      #expect(result.scenario != nil || result.diagnostics.hasErrors)
      for diagnostic in result.diagnostics { #expect(!diagnostic.rendered.isEmpty) }
      _ = Document(bytes: bytes, name: "fuzz.yaml")
    }
  }

  @Test(arguments: [
    "[]", "a", "1", "~", "{}", "- a", "functions: { api: [] }", "scenario: [a]", "platform: { profile: [] }", "platform: {}", "prices: {}",
    "extends: []",
    "run: { duration: {} }", "objectives: { a: b }", "functions: { api: { steps: [[]] } }", "traffic: { a: { shape: { ramp: 5 } } }",
    "functions: { api: { steps: [{ onError: ignore }] } }", "traffic: { a: { shape: { steps: [] } } }",
    "platform: { profile: aws-lambda, runtimes: 5 }",
    "platform: { profile: aws-lambda, coldStarts: [x] }", "platform: { profile: aws-lambda, languages: { node: ~ } }",
    "extends: scenario.yaml",
    "platform: { profile: aws-lambda, memory: { step: 0 MB } }",
  ])
  func `strange documents are refused`(text: String) {
    let result = Scenario.parse(text)
    #expect(result.scenario == nil)
    #expect(result.diagnostics.hasErrors)
  }

  @Test func `a scenario of 15000 lines is read in one go`() throws {
    var text = "scenario: big\nplatform: aws-lambda\nrun: { duration: 1 h }\nfunctions:\n"
    for index in 0..<1500 {
      text += """
          f\(index):
            runtime: nodejs22
            memory: 512 MB
            timeout: 10 s
            artifact: { size: 3 MB, unpacked: 11 MB }
            steps:
              - compute: { work: { lognormal: { p50: 8 ms, p99: 60 ms } }, at: 256 MB }
              - wait: { quantiles: { 1%: 2 ms, 50%: 31 ms, 99%: 900 ms } }

        """
    }
    text += "traffic:\n"
    for index in 0..<1500 { text += "  t\(index):\n    to: f\(index)\n    rate: 1/s\n" }
    let clock = ContinuousClock()
    var read: Scenario?
    let elapsed = clock.measure { read = Scenario.parse(text).scenario }
    #expect(try #require(read).functions.count == 1500)
    #expect(elapsed < .seconds(10))
  }
}
