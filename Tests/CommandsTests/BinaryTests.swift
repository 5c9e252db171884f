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
}
