import ArgumentParser
import Foundation
import Testing

@testable import Commands

@Suite struct InitCommandTests {
  @Test func `a scenario and its schema are written`() throws {
    try withTemporaryFolder { folder in
      try InitCommand.parse(["users", "-o", "\(folder)/mine.yaml"]).run(on: Listener().console)
      #expect(try names(in: folder) == ["fleetsim.schema.json", "mine.yaml"])
      let text = try String(contentsOfFile: "\(folder)/mine.yaml", encoding: .utf8)
      #expect(text.hasPrefix("# yaml-language-server: $schema=fleetsim.schema.json\nscenario: users\n"))
    }
  }

  @Test func `a file that is there is left as it is`() throws {
    try withTemporaryFolder { folder in
      try "mine".write(toFile: "\(folder)/s.yaml", atomically: true, encoding: .utf8)
      let listener = Listener()
      #expect(throws: ExitCode(73)) { try InitCommand.parse(["-o", "\(folder)/s.yaml"]).run(on: listener.console) }
      #expect(listener.error.contains("is already there"))
      #expect(try String(contentsOfFile: "\(folder)/s.yaml", encoding: .utf8) == "mine")
    }
  }

  @Test(arguments: Template.allCases)
  func `a template names the schema and itself`(template: Template) throws {
    let listener = Listener()
    try InitCommand.parse([template.rawValue, "-o", "-"]).run(on: listener.console)
    #expect(listener.output.contains("$schema=\(Template.schemaFile)\nscenario: \(template.rawValue)\n"))
  }
}
