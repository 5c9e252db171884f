import Documents
import Testing

@testable import Scenarios

struct ScenarioReadingTests {
  @Test func `a small scenario is read without a finding`() throws {
    let result = Scenario.parse(Example.small)
    #expect(result.diagnostics.map(\.rendered).joined() == "")
    let scenario = try #require(result.scenario)
    #expect(scenario.functions.count == 1)
    #expect(scenario.functions[0].memory == 512 << 20)
    #expect(scenario.platform.coldStart.runtimes.count > 20)
  }

  @Test(arguments: [
    "aws-lambda", "aws-lambda-2020", "aws-lambda-2018", "google-cloud-run", "azure-functions-consumption", "cloudflare-workers",
  ])
  func `every profile is read without a finding`(name: String) {
    let text = """
      scenario: small
      platform: \(name)
      run: { duration: 1 h }
      functions: {}
      traffic: {}
      """
    let result = Scenario.parse(text)
    #expect(result.diagnostics.map(\.rendered).joined() == "")
    #expect(result.scenario?.platform.name == name)
  }

  @Test func `what sets itself going needs no traffic`() throws {
    let text = """
      scenario: backlog
      platform: aws-lambda
      run: { duration: 1 h }
      queues: { jobs: { initial: 36000 } }
      functions: { work: { runtime: nodejs22, triggers: { jobs: {} } } }
      """
    #expect(try read(text).traffic.isEmpty)
    expectFindings("1️⃣" + text.replacing("{ initial: 36000 }", with: "{}"), ["FS2002"], advice: false)
  }
}
