import ArgumentParser
import Foundation
import Reports
import Studies
import StudyFixtures
import Testing

@testable import Commands

@Suite struct RunReportTests {
  func report(_ result: StudyResult, folder: String? = nil, json: Bool = false, display: [String] = []) throws -> RunReport {
    RunReport(
      result: result, pace: RunPace(runs: 1, done: 1, events: 4_242, elapsed: 0.5),
      inputs: [Manifest.Input(path: "shop.yaml", sha256: "ab")], folder: try folder.map { try OutputFolder(making: $0) }, flavor: .plain,
      isJSON: json, display: try DisplayOptions.parse(display))
  }

  let passing = Shop.study().result(of: Shop.record())
  let failing = Shop.study(objectives: Shop.objectives).result(of: Shop.record())

  @Test func `the summary is the output, the pace is not`() throws {
    let listener = Listener()
    try report(passing).deliver(on: listener.console)
    #expect(listener.output == TerminalSummary(passing, paint: Paint(isColoured: false)).text)
    #expect(listener.error == "1 run, 4,242 events in 500 ms (8,484 events/s)\n")
  }

  @Test func `a failed objective is status 99 after all is written`() throws {
    try withTemporaryFolder { folder in
      let listener = Listener()
      let failure = #expect(throws: CommandFailure.self) { try report(failing, folder: folder).deliver(on: listener.console) }
      #expect(failure == .reported(.objectiveFailed))
      #expect(listener.output.contains("2 objectives failed"))
      #expect(listener.error.hasPrefix("wrote \(folder)/ (9 files)\n"))
    }
  }

  @Test func `a stopped run is status 130 and marked`() throws {
    try withTemporaryFolder { folder in
      let partial = Shop.study(objectives: Shop.objectives).result(of: Shop.stoppedRecord())
      let failure = #expect(throws: CommandFailure.self) { try report(partial, folder: folder).deliver(on: Listener().console) }
      #expect(failure?.status == .interrupted)
      for file in ["summary.json", "manifest.json"] {
        let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
        #expect(text.contains("\"partial\": true"))
      }
    }
  }

  @Test func `quiet prints nothing, unless JSON is asked for`() throws {
    let listener = Listener()
    try report(passing, display: ["--quiet"]).deliver(on: listener.console)
    #expect(listener.output.isEmpty && listener.error.isEmpty)
    try report(passing, json: true, display: ["--quiet"]).deliver(on: listener.console)
    #expect(listener.output == SummaryDocument.text(passing) && listener.error.isEmpty)
  }

  @Test func `only the manifest differs from run to run`() throws {
    try withTemporaryFolder { folder in
      try report(passing, folder: folder + "/a").deliver(on: Listener().console)
      var again = try report(passing, folder: folder + "/b")
      again.pace.elapsed = 0.75
      try again.deliver(on: Listener().console)
      let files = try names(in: folder + "/a")
      let tables = ["causes.csv", "costs.csv", "functions.csv", "losses.csv", "objectives.csv", "sources.csv", "summary.csv"]
      #expect(files == (tables + ["manifest.json", "summary.json"]).sorted())
      for file in files {
        let same = FileManager.default.contentsEqual(atPath: "\(folder)/a/\(file)", andPath: "\(folder)/b/\(file)")
        #expect(same == (file != "manifest.json"))
      }
    }
  }

  @Test func `an output that takes nothing is status 74`() throws {
    var console = Listener().console
    console.output = { _ in false }
    let failure = #expect(throws: CommandFailure.self) { try report(passing).deliver(on: console) }
    #expect(failure?.status == .cannotWrite)
  }
}
