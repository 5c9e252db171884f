import ArgumentParser
import Foundation
import Scenarios
import Testing

@testable import Commands

@Suite struct SensitivityCommandTests {
  private func sensitivity(_ text: String, _ arguments: [String]) throws -> (listener: Listener, status: Int32, rows: [[String: String]]) {
    try withTemporaryFolder { folder in
      try text.write(toFile: "\(folder)/s.yaml", atomically: true, encoding: .utf8)
      let listener = Listener()
      var status: Int32 = 0
      do {
        try SensitivityCommand.parse(["\(folder)/s.yaml", "-o", "\(folder)/out"] + arguments).run(on: listener.console)
      } catch let code as ExitCode {
        status = code.rawValue
      }
      let lines = ((try? String(contentsOfFile: "\(folder)/out/sensitivity.csv", encoding: .utf8)) ?? "").split(separator: "\n")
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      let rows = lines.dropFirst().map { Dictionary(zip(lines[0], $0)) { $1 } }
      return (listener, status, rows)
    }
  }

  private func number(_ row: [String: String]?, _ column: String) throws -> Double {
    try #require(row?[column].flatMap(Double.init), "\(column) of \(row ?? [:])")
  }

  /// Requests at equal distances for an hour, of which all but the first are warm.
  private static let even = """
    scenario: even
    platform: aws-lambda
    run: { duration: 1 h, warmUp: 10 s }
    functions:
      api: { runtime: nodejs22, memory: 512 MB, timeout: 5 s, artifact: { size: 3 MB }, steps: [ { compute: 20 ms } ] }
    traffic:
      web: { to: api, rate: 5/s, arrivals: uniform }

    """

  /// Ten servers of which each is busy for an exponential time of 1 s: the line is in the service.
  private static let line = """
    scenario: line
    platform: aws-lambda
    run: { duration: 1 h, warmUp: 5 min }
    functions:
      api: { runtime: nodejs22, memory: 512 MB, timeout: 60 s, steps: [ { request: { to: db, timeout: none } } ] }
    services:
      db: { latency: { exponential: { mean: 1 s } }, concurrencyLimit: { connections: 10, excess: queue } }
    traffic:
      web: { to: api, rate: 8/s }

    """

  @Test func `the cost of a window is proportional to the rate and to the memory, and to nothing else`() throws {
    let (listener, status, rows) = try sensitivity(Self.even, ["--metric", "cost.run", "--replications", "5"])
    #expect(status == 0, "\(listener.error)")
    let rate = rows.first { $0["factor"] == "traffic.web.rate" }
    #expect((rate?["low_setting"], rate?["base_setting"], rate?["high_setting"]) == ("4/s", "5/s", "6/s"))
    let base = try number(rate, "base")
    #expect(abs(try number(rate, "low") / base - 0.8) < 1e-3)
    #expect(abs(try number(rate, "high") / base - 1.2) < 1e-3)
    #expect(abs(try number(rate, "difference") / base - 0.4) < 1e-3)
    #expect(try number(rate, "ci_low") <= number(rate, "difference") && number(rate, "difference") <= number(rate, "ci_high"))
    #expect(rate?["rank"] == "1")
    let timeout = rows.first { $0["factor"] == "functions.api.timeout" }
    #expect(try number(timeout, "swing") == 0)
    #expect(listener.error.contains("varied: functions.api.memory from 410 MB to 614 MB, now 512 MB\n"))
    #expect(listener.output.contains("cost.run"))
  }

  @Test func `what a walk finds of an effect that is linear is the effect, without spread`() throws {
    let vary = ["--vary", "traffic.web.rate=2..8/s", "--vary", "functions.api.timeout=4 s..6 s"]
    let (listener, status, rows) = try sensitivity(
      Self.even, vary + ["--metric", "web.requests", "--method", "morris", "--trajectories", "4"])
    #expect(status == 0, "\(listener.error)")
    // 6/s more for 3,590 s.
    #expect(abs(try number(rows.first, "mu_star") / (6 * 3_590) - 1) < 1e-3)
    #expect(try number(rows.first, "sigma") < 10)
    #expect(try number(rows.last, "mu_star") == 0)
    #expect(rows.map { $0["factor"] } == ["traffic.web.rate", "functions.api.timeout"])
  }

  @Test func `the nearer a line is to its capacity, the longer it takes`() throws {
    // M/M/10 at a load of 0.6, 0.8 and 0.95; by Erlang's formula the mean wait is 0.0253 s, 0.205 s and 1.65 s.
    let (listener, status, rows) = try sensitivity(
      Self.line, ["--vary", "traffic.web.rate=6..9.5/s", "--metric", "web.latency.mean", "--replications", "5"])
    #expect(status == 0, "\(listener.error)")
    #expect(abs(try number(rows.first, "low") - 1_025) < 60)
    #expect(abs(try number(rows.first, "base") - 1_205) < 90)
    #expect(try number(rows.first, "high") > 1_800)
    #expect(try number(rows.first, "ci_low") > 0)
  }

  @Test func `the bytes do not depend on how many runs go on at once`() throws {
    func output(_ jobs: String) throws -> String {
      try sensitivity(Self.even, ["--json", "--replications", "5", "--jobs", jobs]).listener.output
    }
    #expect(try output("1") == output("3"))
  }

  @Test func `a setting that the scenario refuses is located, and status 65`() throws {
    let (listener, status, _) = try sensitivity(Self.even, ["--vary", "functions.api.memory=1..1024 MB"])
    #expect(status == 65)
    #expect(listener.error.contains("at point 2 (functions.api.memory=1 MB):\n--set:1:22: error[FS2007]"))
    #expect(try sensitivity(Self.even, ["--vary", "functions.api.reservedConcurrency=1..9"]).status == 65)
    #expect(try sensitivity(Self.even, ["--metric", "web.speed"]).status == 65)
  }

  @Test(arguments: ["functions.api.memory", "functions.api.memory=1 MB", "=1..2", "a=..2", "a=1.."])
  func `a range that is none is a mistake of usage`(text: String) {
    #expect(throws: (any Error).self) { try SensitivityCommand.parse(["s.yaml", "--vary", text]) }
  }

  @Test func `what lies between the ends of a range is whole where only whole numbers make sense`() {
    #expect(Knob(path: "a.memory", base: "", low: "256 MB", high: "1024 MB").value(at: 1.0 / 3) == "512 MB")
    #expect(Knob(path: "a.batchSize", base: "", low: "1", high: "10").value(at: 1.0 / 2) == "6")
    #expect(Knob(path: "a.timeout", base: "", low: "1 s", high: "2 s").value(at: 0.5) == "1.5 s")
    #expect(Knob(path: "a.timeout", base: "", low: "500 ms", high: "2 s").value(at: 0.5) == nil)
  }
}
