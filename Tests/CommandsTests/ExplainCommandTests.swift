import ArgumentParser
import Testing

@testable import Commands

@Suite struct ExplainCommandTests {
  @Test func `a code is explained whatever its case`() throws {
    let listener = Listener()
    try ExplainCommand.parse(["fs1001"]).run(on: listener.console)
    #expect(listener.output.hasPrefix("FS1001 (error): File not found\n\n"))
  }

  @Test func `an unknown code is a mistake of usage`() throws {
    let listener = Listener()
    #expect(throws: ExitCode(64)) { try ExplainCommand.parse(["FS9999"]).run(on: listener.console) }
    #expect(listener.error == "fleetsim: error: there is no code 'FS9999'; `fleetsim explain` lists all\n")
  }

  @Test func `all codes are listed once`() throws {
    let listener = Listener()
    try ExplainCommand.parse([]).run(on: listener.console)
    let codes = listener.output.split(separator: "\n").map { $0.prefix(6) }
    #expect(codes.count > 10 && Set(codes).count == codes.count)
  }
}
