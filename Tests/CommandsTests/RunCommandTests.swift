import ArgumentParser
import Foundation
import GoldenFiles
import Testing

@testable import Commands

@Suite struct RunCommandTests {
  /// Runs a text in a file of its own.
  func run(_ text: String, _ arguments: [String] = []) throws -> (listener: Listener, status: Int32) {
    try withTemporaryFolder { folder in
      let file = "\(folder)/s.yaml"
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      let listener = Listener()
      do {
        try RunCommand.parse([file] + arguments).run(on: listener.console)
        return (listener, 0)
      } catch let code as ExitCode {
        return (listener, code.rawValue)
      }
    }
  }

  @Test func `a run prints its summary, and its pace apart`() throws {
    let (listener, status) = try run(CheckCommandTests.good)
    #expect(status == 0)
    #expect(try GoldenFile("run-small.txt").difference(from: listener.output) == nil)
    #expect(listener.error.hasSuffix(" events/s)\n"))
    #expect(listener.error.hasPrefix("10 runs, "))
  }

  @Test func `a seed is drawn only where that is asked for, and is told`() throws {
    let (listener, status) = try run(CheckCommandTests.good, ["--seed", "random", "--json"])
    #expect(status == 0)
    let seed = try #require(listener.error.split(separator: "\n").first?.dropFirst(5))
    #expect(listener.error.hasPrefix("seed "))
    #expect(listener.output.contains("\"seed\": \(seed),"))
    let again = try run(CheckCommandTests.good, ["--seed", String(seed), "--json"])
    #expect(again.listener.output == listener.output)
  }

  @Test func `an objective that fails is status 99`() throws {
    let (listener, status) = try run(CheckCommandTests.good, ["--set", "objectives=[api.latency.p50 < 1 ms]"])
    #expect(status == 99)
    #expect(listener.output.contains("1 objective failed"))
  }

  @Test func `the reference engine gives the same bytes`() throws {
    try withTemporaryFolder { folder in
      for (name, extra) in [("fast", []), ("plain", ["--reference-engine"])] {
        let (_, status) = try run(CheckCommandTests.good, ["-o", "\(folder)/\(name)", "--every", "10 min", "--quiet"] + extra)
        #expect(status == 0)
      }
      let files = try names(in: "\(folder)/fast").filter { $0 != "manifest.json" }
      #expect(files.contains("timeseries.csv"))
      for file in files { #expect(FileManager.default.contentsEqual(atPath: "\(folder)/fast/\(file)", andPath: "\(folder)/plain/\(file)")) }
    }
  }

  @Test func `the manifest has the hash of what was read`() throws {
    try withTemporaryFolder { folder in
      _ = try run(CheckCommandTests.good, ["-o", folder, "--quiet"])
      let text = try String(contentsOfFile: "\(folder)/manifest.json", encoding: .utf8)
      let manifest = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      let inputs = manifest?["inputs"] as? [[String: String]]
      #expect(inputs?.count == 1)
      #expect(inputs?.first?["path"]?.hasSuffix("/s.yaml") == true)
      #expect(inputs?.first?["sha256"]?.count == 64)
    }
  }
}
