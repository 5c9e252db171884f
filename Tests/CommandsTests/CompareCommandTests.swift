import ArgumentParser
import Foundation
import Testing

@testable import Commands

@Suite struct CompareCommandTests {
  /// Compares the good scenario, in a file of its own, with what the arguments say; `{}` in them is the folder.
  func compare(_ arguments: [String], files: [String: String] = [:]) throws -> (listener: Listener, status: Int32) {
    try withTemporaryFolder { folder in
      var files = files
      files["s.yaml"] = CheckCommandTests.good
      for (name, text) in files { try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8) }
      let listener = Listener()
      do {
        let own = arguments.map { $0.replacing("{}", with: folder) }
        try CompareCommand.parse(["\(folder)/s.yaml"] + own).run(on: listener.console)
        return (listener, 0)
      } catch let code as ExitCode {
        return (listener, code.rawValue)
      }
    }
  }

  @Test func `a variant that differs is told, and by exit code 2 where that is wanted`() throws {
    let variant = ["--variant", "big=functions.api.memory=1024 MB", "--replications", "6", "--no-free-tier"]
    let (listener, status) = try compare(variant)
    #expect(status == 0)
    #expect(listener.output.hasPrefix("baseline against big\n6 replications each, paired"))
    #expect(listener.output.contains("  ~ api duration.x86_64  +"))
    #expect(try compare(variant + ["--detailed-exitcode"]).status == 2)
    #expect(try compare(["--variant", "same=functions.api.memory=512 MB", "--replications", "6", "--detailed-exitcode"]).status == 0)
  }

  @Test func `changes of one name make one variant, patches before values`() throws {
    let patch = "functions: { api: { memory: 2048 MB, timeout: 9 s } }\n"
    let (listener, status) = try compare(
      ["--variant", "v=@{}/p.yaml", "--variant", "v=functions.api.memory=512 MB", "--replications", "5", "--detailed-exitcode"],
      files: ["p.yaml": patch])
    // Only the timeout is left of the patch, and nothing runs into it.
    #expect(status == 0, "\(listener.output)\(listener.error)")
  }

  @Test func `files of one name are told apart by their own`() throws {
    let (listener, status) = try compare(
      ["{}/t.yaml", "--replications", "5", "--quiet", "--json"], files: ["t.yaml": CheckCommandTests.good])
    #expect(status == 0)
    #expect(listener.output.contains("\"variant\": \"s\"") && listener.output.contains("\"variant\": \"t\""))
  }

  @Test func `tables hold all variants`() throws {
    try withTemporaryFolder { folder in
      let (_, status) = try compare(["--variant", "big=functions.api.memory=1024 MB", "--replications", "5", "-q", "-o", folder + "/out"])
      #expect(status == 0)
      let files = try names(in: folder + "/out")
      #expect(files.contains("compare.csv") && files.contains("compare-costs.csv") && files.contains("manifest.json"))
      let summary = try String(contentsOfFile: folder + "/out/summary.csv", encoding: .utf8)
      #expect(summary.contains("\nbaseline,") && summary.contains("\nbig,"))
    }
  }

  @Test func `what can't be compared says why`() throws {
    #expect(try compare(["--variant", "v=functions.apy.memory=1 GB"]).status == 65)
    #expect(try compare(["--variant", "v=@nowhere.yaml"]).status == 66)
    #expect(try compare(["nowhere.yaml"]).status == 66)
    #expect(try compare(["{}/s.yaml"]).status == 64)
  }

  @Test(arguments: [[], ["--variant", "baseline=run.seed=1"], ["--variant", "x"]])
  func `a comparison needs something to compare with`(arguments: [String]) {
    #expect(throws: (any Error).self) { try CompareCommand.parse(["s.yaml"] + arguments) }
  }
}
