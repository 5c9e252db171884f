import Foundation
import Testing

@testable import Commands

/// The program as a user runs it.
@Suite struct BinaryTests {
  @Test func `the version goes to the standard output`() throws {
    let outcome = try Binary.run("--version")
    #expect(outcome.status == 0)
    #expect(outcome.output == Version.text + "\n")
    #expect(outcome.error.isEmpty)
  }

  @Test func `a wrong command line is status 64`() throws {
    #expect(try Binary.run("run").status == 64)
    #expect(try Binary.run("run", "a.yaml", "--seed", "-3").status == 64)
    let outcome = try Binary.run("frobnicate")
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(!outcome.error.isEmpty)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions are what the parser makes`(shell: String) throws {
    let outcome = try Binary.run("completion", shell)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("reference-engine"))
    #expect(try Binary.run("--generate-completion-script", shell).output == outcome.output)
  }

  @Test func `a scenario may come on the standard input`() throws {
    let outcome = try Binary.run("check", "-", input: CheckCommandTests.good)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("ok: small, "))
  }

  @Test func `a missing file is status 66, a mistake 65`() throws {
    #expect(try Binary.run("run", "nowhere.yaml").status == 66)
    #expect(try Binary.run("run", "-", input: "scenario: x\n").status == 65)
  }

  @Test func `a folder that can't be made is status 73 before anything is simulated`() throws {
    let outcome = try Binary.run("run", "-", "-o", "/dev/null/out", input: CheckCommandTests.good)
    #expect(outcome.status == 73)
    #expect(outcome.output.isEmpty)
  }

  @Test func `a full disk is status 74`() throws {
    let outcome = try Binary.shell("'\(Binary.path)' init -o - > /dev/full")
    #expect(outcome.status == 74)
    #expect(outcome.error.contains("the standard output can't be written"))
  }

  @Test func `init, check and schema belong together`() throws {
    try withTemporaryFolder { folder in
      #expect(try Binary.run("init", folder: folder).status == 0)
      #expect(try Binary.run("check", "scenario.yaml", folder: folder).status == 0)
      let schema = try String(contentsOfFile: "\(folder)/fleetsim.schema.json", encoding: .utf8)
      #expect(try Binary.run("schema").output == schema)
      #expect(try Binary.run("init", folder: folder).status == 73)
    }
  }
}
