import ArgumentParser
import Foundation
import GoldenFiles
import Testing

@testable import Commands

@Suite struct SweepCommandTests {
  static let memory = "functions.api.memory=512 MB,1024 MB"

  /// Sweeps over a text in a file of its own.
  private func sweep(_ arguments: [String], _ text: String = CheckCommandTests.good) throws -> (listener: Listener, status: Int32) {
    try withTemporaryFolder { folder in
      let file = "\(folder)/s.yaml"
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      let listener = Listener()
      do {
        try SweepCommand.parse([file] + arguments.map { $0.replacing("FOLDER", with: folder) }).run(on: listener.console)
        return (listener, 0)
      } catch let code as ExitCode {
        return (listener, code.rawValue)
      }
    }
  }

  @Test func `a sweep prints a row a point, and which to take`() throws {
    let arguments = ["--vary", Self.memory, "--vary", "traffic.web.rate=5/s,10/s", "--rank", "cost.month", "--show", "api.cold_ratio"]
    let (listener, status) = try sweep(arguments + ["--pareto", "cost.month,max:api.invocations"])
    #expect(status == 0)
    #expect(try GoldenFile("sweep-small.txt").difference(from: listener.output) == nil)
  }

  @Test func `the files are the same whatever the jobs, and have what the summary has`() throws {
    try withTemporaryFolder { folder in
      for jobs in ["1", "3"] {
        let (_, status) = try sweep([
          "--vary", Self.memory, "--rank", "cost.month", "-o", "\(folder)/\(jobs)", "--jobs", jobs, "--quiet", "--replications", "6",
        ])
        #expect(status == 0)
      }
      #expect(try names(in: "\(folder)/1") == ["manifest.json", "points.csv", "summary.json", "sweep.csv"])
      for file in ["points.csv", "summary.json", "sweep.csv"] {
        #expect(FileManager.default.contentsEqual(atPath: "\(folder)/1/\(file)", andPath: "\(folder)/3/\(file)"), "\(file)")
      }
      let points = try String(contentsOfFile: "\(folder)/1/points.csv", encoding: .utf8).split(separator: "\n")
      #expect(points.count == 3)
      #expect(points[0].hasPrefix("variant,point,param_functions.api.memory,verdict,api.latency.p99_ms,"))
      #expect(points[1].hasPrefix("small,1,512 MB,pass,"))
      #expect(points[0].hasSuffix(",replications,is_best,in_best_set,in_pareto_set"))
      let rows = try String(contentsOfFile: "\(folder)/1/sweep.csv", encoding: .utf8).split(separator: "\n")
      #expect(rows[1].hasPrefix("small,1,512 MB,all,all,cost.run,total,usd,"))
    }
  }

  @Test func `the status is that of the point which comes off best`() throws {
    let vary = ["--vary", Self.memory]
    #expect(try sweep(vary + ["--set", "objectives=[api.latency.p50 < 15 ms]"]).status == 99)
    #expect(
      try sweep(["--vary", "functions.api.steps=[{compute: 20 ms}],[{compute: 5 ms}]", "--set", "objectives=[api.latency.p50 < 15 ms]"])
        .status == 0)
    #expect(try sweep(vary + ["--set", "objectives=[]"]).status == 0)
  }

  @Test func `the first failure ends a sweep over one value`() throws {
    let vary = ["--vary", "functions.api.steps[0].compute=5 ms,20 ms,40 ms", "--set", "objectives=[api.latency.p50 < 15 ms]"]
    let (listener, status) = try sweep(vary + ["--first-failure"])
    #expect(status == 0)
    #expect(listener.output.contains("2 of 3 points"))
    #expect(listener.output.contains("FIRST FAILURE  point 2, functions.api.steps[0].compute=20 ms"))
    #expect(listener.output.contains("of the latency of api's slowest requests is"))
  }

  @Test func `the mistakes of all points are told at once, each once`() throws {
    let arguments = ["--vary", "functions.api.memory=512,1 GB,1 TB", "--vary", "traffic.web.rate=1/s,2/s", "--rank", "api.latncy.p99"]
    let (listener, status) = try sweep(arguments)
    #expect(status == 65)
    let told = listener.error.split(separator: "\n").filter { !$0.contains(" | ") }
    #expect(
      told == [
        "at point 1 (functions.api.memory=512, traffic.web.rate=1/s), and at 1 more point:",
        "--set:1:22: error[FS2005]: functions.api.memory: '512' has no unit; write a size such as 512 MB",
        "--rank:1:5: error[FS6003]: 'api' has no metric 'latncy'; did you mean 'latency'?",
        "at point 5 (functions.api.memory=1 TB, traffic.web.rate=1/s), and at 1 more point:",
        "--set:1:22: error[FS2006]: functions.api.memory: 'TB' is no unit of a size; its units are B, KB, MB and GB",
      ])
  }

  @Test func `mistakes as JSON name the points`() throws {
    let (listener, status) = try sweep(["--vary", "functions.api.memory=512,1 GB,1 TB", "--error-format", "json"])
    #expect(status == 65)
    let lines = listener.error.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].contains("\"code\":\"FS2005\"") && lines[0].hasSuffix("\"points\":[1]}"))
    #expect(lines[1].hasSuffix("\"points\":[3]}"))
  }

  @Test func `a metric that tables do not list is in the table of all metrics where it is asked for`() throws {
    try withTemporaryFolder { folder in
      let arguments = ["--vary", Self.memory, "--show", "api.latency.p42", "--replications", "1", "-q", "-o", folder]
      #expect(try sweep(arguments).status == 0)
      let rows = try String(contentsOfFile: "\(folder)/sweep.csv", encoding: .utf8)
      #expect(rows.contains("small,2,1024 MB,function,api,latency,p42,ms,"))
    }
  }

  @Test func `the points can come from a file`() throws {
    try withTemporaryFolder { folder in
      let design = "\(folder)/design.csv"
      try "functions.api.memory,traffic.web.rate\n512 MB,5/s\n1 GB,7/s\n".write(toFile: design, atomically: true, encoding: .utf8)
      let (listener, status) = try sweep(["--design", design, "--replications", "1"])
      #expect(status == 0)
      #expect(listener.output.contains("2 points"))
      try "functions.api.memory\n".write(toFile: design, atomically: true, encoding: .utf8)
      let bad = try sweep(["--design", design])
      #expect(bad.status == 65)
      #expect(bad.listener.error.contains("design.csv:2: it has no point"))
      #expect(try sweep(["--design", "\(folder)/none.csv"]).status == 66)
    }
  }

  @Test(arguments: [
    [], ["--vary", "a=1", "--design", "d.csv"], ["--vary", "a"], ["--vary", "a=1..x"], ["--vary", "a=1", "--vary", "a=2"],
    ["--vary", "a=1", "--pareto", "cost.month"], ["--vary", "a=1..1000", "--vary", "b=1..1000"],
  ])
  func `what is no sweep is a mistake of usage`(arguments: [String]) {
    #expect(throws: (any Error).self) { try SweepCommand.parse(["s.yaml"] + arguments) }
  }
}
