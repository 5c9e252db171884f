import Foundation
import Testing

@testable import Commands

/// Studies that are stopped, and go on where they were.
@Suite struct ResumedStudyTests {
  static let scenario = CheckCommandTests.good.replacing("rate: 5/s", with: "rate: 40/s")

  /// A folder with a scenario.
  func withScenario(_ body: (_ folder: String, _ file: String) throws -> Void) throws {
    try withTemporaryFolder { folder in
      try Self.scenario.write(toFile: "\(folder)/s.yaml", atomically: true, encoding: .utf8)
      try body(folder, "\(folder)/s.yaml")
    }
  }

  /// How many runs are kept in a folder.
  func kept(_ folder: String) -> Int {
    ((try? names(in: "\(folder)/units")) ?? []).count { $0.hasSuffix(".json") }
  }

  /// Whether two folders have the same files with the same bytes, manifests apart.
  func expectSame(_ one: String, _ other: String) throws {
    let files = try names(in: one)
    #expect(try names(in: other) == files)
    for file in files where file != "manifest.json" {
      #expect(FileManager.default.contentsEqual(atPath: "\(one)/\(file)", andPath: "\(other)/\(file)"), "\(file)")
    }
  }

  @Test(arguments: [SIGINT, SIGKILL])
  func `a study that was stopped goes on where it was, to the same bytes`(signal: Int32) throws {
    try withScenario { folder, file in
      let out = "\(folder)/out"
      let first = try Binary.stopped(by: signal, when: { kept(out) >= 2 }, ["run", file, "--replications", "40", "-o", out, "--jobs", "1"])
      let done = kept(out)
      #expect(done >= 2 && done < 40)
      if signal == SIGINT {
        #expect(first.status == 130)
        #expect(try String(contentsOfFile: "\(out)/summary.json", encoding: .utf8).contains("\"partial\": true"))
      }
      let second = try Binary.run("run", file, "--replications", "40", "-o", out)
      #expect(second.status == 0)
      #expect(second.error.contains("\(done) of 40 runs were there, in \(out)/units\n"), "\(second.error)")
      #expect(try Binary.run("run", file, "--replications", "40", "-o", "\(folder)/whole").error.contains("were there") == false)
      try expectSame(out, "\(folder)/whole")
    }
  }

  @Test func `a comparison goes on as well`() throws {
    try withScenario { folder, file in
      let line = ["compare", file, "--variant", "slow=functions.api.memory=1 GB", "--replications", "20", "--quiet", "-o"]
      let out = "\(folder)/out"
      let stopped = try Binary.stopped(by: SIGKILL, when: { kept(out) >= 2 }, line + [out])
      #expect(stopped.status != 0 && kept(out) >= 2)
      #expect(try Binary.run(line + [out]).status == 0)
      #expect(try Binary.run(line + ["\(folder)/whole"]).status == 0)
      try expectSame(out, "\(folder)/whole")
    }
  }

  @Test func `one run keeps nothing`() throws {
    try withScenario { folder, file in
      let out = "\(folder)/out"
      #expect(try Binary.run("run", file, "--replications", "1", "-o", out).status == 0)
      let files = try names(in: out)
      #expect(!files.contains("units"))
    }
  }
}
