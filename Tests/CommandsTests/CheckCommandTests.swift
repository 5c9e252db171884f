import ArgumentParser
import Documents
import Foundation
import Scenarios
import Testing

@testable import Commands

@Suite struct CheckCommandTests {
  static let good = """
    scenario: small
    platform: aws-lambda
    run: { duration: 1 h }
    functions:
      api: { runtime: nodejs22, memory: 512 MB, artifact: { size: 3 MB }, steps: [ { compute: 20 ms } ] }
    traffic:
      web: { to: api, rate: 5/s }
    objectives: [ api.latency.p99 < 2 s ]

    """

  /// Checks a text in a file of its own.
  func check(_ text: String, _ arguments: String...) throws -> (listener: Listener, status: Int32) {
    try withTemporaryFolder { folder in
      let file = "\(folder)/s.yaml"
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      let listener = Listener()
      do {
        try CheckCommand.parse([file] + arguments).run(on: listener.console)
        return (listener, 0)
      } catch let code as ExitCode {
        return (listener, code.rawValue)
      }
    }
  }

  @Test func `a good scenario is summed up in a line`() throws {
    let (listener, status) = try check(Self.good)
    #expect(status == 0)
    #expect(listener.output == "ok: small, 1 function, 1 traffic source, 1 objective, 1 h on aws-lambda\n")
    #expect(listener.error.isEmpty)
  }

  @Test func `a setting changes what is checked`() throws {
    let (listener, status) = try check(Self.good, "--set", "run.duration=24 h")
    #expect(status == 0)
    #expect(listener.output.contains("24 h on aws-lambda"))
    #expect(try check(Self.good, "--set", "functions.api.memroy=1 GB").status == 65)
  }

  @Test func `a fault that is injected is checked`() throws {
    let (listener, status) = try check(Self.good, "--inject", "deploy:apj,at=30m")
    #expect(status == 65)
    #expect(listener.error.contains("--inject:1:8: error[FS3001]: faults[0].deploy.of: there is no function 'apj'; did you mean 'api'?"))
  }

  @Test func `every mistake is shown with its line`() throws {
    let text = Self.good.replacing("512 MB", with: "512").replacing("to: api", with: "to: app")
    let (listener, status) = try check(text)
    #expect(status == 65)
    #expect(listener.output.isEmpty)
    #expect(listener.error.contains("s.yaml:5:"))
    #expect(listener.error.contains("s.yaml:7:"))
    #expect(listener.error.contains("error[FS"))
    #expect(listener.error.contains("^"))
  }

  @Test func `mistakes are JSON lines where that is asked for`() throws {
    let (listener, status) = try check(Self.good.replacing("512 MB", with: "512"), "--error-format", "json")
    #expect(status == 65)
    let lines = listener.error.split(separator: "\n")
    #expect(lines.count == 1)
    let object = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
    #expect(object?["line"] as? Int == 5)
    #expect(object?["severity"] as? String == "error")
    #expect(object?["path"] as? String == "functions.api.memory")
  }

  @Test func `a missing file is status 66`() throws {
    let listener = Listener()
    #expect(throws: ExitCode(66)) { try CheckCommand.parse(["nowhere/s.yaml"]).run(on: listener.console) }
    #expect(listener.error.contains("FS1001"))
  }

  @Test(arguments: Template.allCases)
  func `a template has no mistake and earns no advice`(template: Template) throws {
    let (listener, status) = try check(template.text)
    #expect(status == 0)
    #expect(listener.error.isEmpty)
    #expect(listener.output.hasPrefix("ok: \(template.rawValue), "))
  }
}
