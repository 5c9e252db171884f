import ArgumentParser
import Foundation
import GoldenFiles
import Testing

@testable import Commands

@Suite struct SolveCommandTests {
  /// Twenty a second, each of half a second: ten Erlangs.
  static let busy = """
    scenario: busy
    platform: { profile: aws-lambda, scaling: none }
    run: { duration: 20 min, warmUp: 1 min }
    functions:
      api: { runtime: nodejs22, artifact: { size: 3 MB }, reservedConcurrency: 20, steps: [ { wait: { exponential: { mean: 500 ms } } } ] }
    traffic:
      web: { to: api, rate: 20/s }

    """
  static let vary = ["--vary", "functions.api.reservedConcurrency=1..40"]

  private func solve(_ arguments: [String], _ text: String = busy) throws -> (listener: Listener, status: Int32) {
    try withTemporaryFolder { folder in
      let file = "\(folder)/s.yaml"
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      let listener = Listener()
      do {
        try SolveCommand.parse([file] + arguments).run(on: listener.console)
        return (listener, 0)
      } catch let code as ExitCode {
        return (listener, code.rawValue)
      }
    }
  }

  @Test func `the answer stands between its neighbours`() throws {
    let (listener, status) = try solve(Self.vary + ["--require", "api.throttle_ratio < 1%"])
    #expect(status == 0)
    #expect(listener.output.contains("ANSWER  functions.api.reservedConcurrency=18"))
    #expect(try GoldenFile("solve-small.txt").difference(from: listener.output) == nil)
  }

  @Test func `the files are the same whatever the jobs`() throws {
    try withTemporaryFolder { folder in
      for jobs in ["1", "3"] {
        let (_, status) = try solve(Self.vary + ["--require", "api.throttle_ratio < 1%", "-o", "\(folder)/\(jobs)", "--jobs", jobs, "-q"])
        #expect(status == 0)
      }
      #expect(try names(in: "\(folder)/1") == ["manifest.json", "solve.csv", "summary.json"])
      for file in ["solve.csv", "summary.json"] {
        #expect(FileManager.default.contentsEqual(atPath: "\(folder)/1/\(file)", andPath: "\(folder)/3/\(file)"), "\(file)")
      }
      let rows = try String(contentsOfFile: "\(folder)/1/solve.csv", encoding: .utf8).split(separator: "\n")
      #expect(rows.count { $0.hasSuffix(",true") } == 1)
      #expect(rows.first { $0.hasSuffix(",true") }?.hasPrefix("busy,18,18,pass,") == true)
    }
  }

  @Test func `where none holds the status is 99`() throws {
    let (listener, status) = try solve(["--vary", "functions.api.reservedConcurrency=1..4", "--require", "api.throttle_ratio < 1%"])
    #expect(status == 99)
    #expect(listener.output.contains("no value that was looked at holds"))
  }

  @Test func `the scenario's objectives are required where nothing else is`() throws {
    let objectives = ["--set", "objectives=[api.throttle_ratio < 50%]"]
    #expect(try solve(["--vary", "functions.api.reservedConcurrency=4..12:4"] + objectives).listener.output.contains("Concurrency=8"))
    let none = try solve(Self.vary)
    #expect(none.status == 64)
    #expect(none.listener.error.contains("nothing is required"))
  }

  @Test func `the cheapest is looked for among all values`() throws {
    let (listener, status) = try solve([
      "--vary", "functions.api.memory=128 MB,256 MB,512 MB", "--require", "api.throttle_ratio < 1%", "--minimize", "cost.month", "--json",
    ])
    #expect(status == 0)
    #expect(listener.output.contains("\"answer\": \"128 MB\""))
  }

  @Test func `what holds at the wrong end is said, and is undecided where not all was looked at`() throws {
    let wrong = ["--require", "api.throttle_ratio > 1%", "--replications", "5"]
    let few = try solve(["--vary", "functions.api.reservedConcurrency=16..19"] + wrong)
    #expect(few.status == 0)
    #expect(few.listener.output.contains("but 18, 19 beyond it fail: every value was looked at"))
    let many = try solve(["--vary", "functions.api.reservedConcurrency=1..100", "--json"] + wrong)
    #expect(many.status == 98)
    #expect(many.listener.output.contains("\"outcome\": \"not_monotone\""))
    #expect(many.listener.output.contains("\"complete\": false"))
  }

  @Test func `a mistake in a requirement is located`() throws {
    let (listener, status) = try solve(Self.vary + ["--require", "api.throtle_ratio < 1%"])
    #expect(status == 65)
    #expect(listener.error.contains("--require:1:5: error[FS6003]"))
  }

  @Test(arguments: [
    [], ["--vary", "a=1..4", "--largest", "--minimize", "cost.month"], ["--vary", "a=1..4", "--maximize", "x", "--minimize", "y"],
  ])
  func `what is no search is a mistake of usage`(arguments: [String]) {
    #expect(throws: (any Error).self) { try SolveCommand.parse(["s.yaml"] + arguments) }
  }
}
