import ArgumentParser
import Foundation
import Testing

@testable import Commands

@Suite struct WorkflowCommandTests {
  /// Runs a command beside some files.
  private func run(
    _ command: any ConsoleCommand.Type, _ files: [String: String], _ arguments: [String]
  ) throws -> (listener: Listener, status: Int32) {
    try withTemporaryFolder { folder in
      for (name, text) in files { try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8) }
      let listener = Listener()
      let paths = arguments.map { $0.hasPrefix("-") ? $0 : $0 == "." ? folder : "\(folder)/\($0)" }
      do {
        let root = try command.parseAsRoot(paths)
        guard let parsed = root as? any ConsoleCommand else { return (listener, -1) }
        try parsed.run(on: listener.console)
        return (listener, 0)
      } catch let code as ExitCode {
        return (listener, code.rawValue)
      }
    }
  }

  private static let good = #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": 1, "End": true } } }"#
  private static let bad = #"{ "StartAt": "B", "States": { "A": { "Type": "Pass", "End": true } } }"#

  /// A recording of the good machine, whose output was as given.
  private static func recording(_ output: Int) -> String {
    #"""
    [{ "id": "one", "definition": \#(good), "cases": [{ "input": {}, "events": [
      { "id": 1, "previousEventId": 0, "type": "ExecutionStarted", "executionStartedEventDetails": { "input": {} } },
      { "id": 2, "previousEventId": 0, "type": "PassStateEntered", "stateEnteredEventDetails": { "name": "A", "input": {} } },
      { "id": 3, "previousEventId": 2, "type": "PassStateExited", "stateExitedEventDetails": { "name": "A", "output": "\#(output)" } },
      { "id": 4, "previousEventId": 3, "type": "ExecutionSucceeded", "executionSucceededEventDetails": { "output": "\#(output)" } }
    ] }] }]
    """#
  }

  /// A distributed Map with a task in its processor, whose answers are in another history.
  private static let distributed = #"""
    [{ "id": "map", "definition": { "StartAt": "M", "States": { "M": { "Type": "Map", "End": true, "ItemProcessor": {
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "T",
        "States": { "T": { "Type": "Task", "Resource": "a:b", "End": true } } } } } },
      "cases": [{ "input": "[1]", "events": [
        { "id": 1, "previousEventId": 0, "type": "ExecutionStarted", "executionStartedEventDetails": { "input": "[1]" } },
        { "id": 2, "previousEventId": 0, "type": "MapStateEntered", "stateEnteredEventDetails": { "name": "M", "input": "[1]" } },
        { "id": 3, "previousEventId": 2, "type": "MapStateStarted", "mapStateStartedEventDetails": { "length": 1 } },
        { "id": 4, "previousEventId": 3, "type": "MapRunStarted" }, { "id": 5, "previousEventId": 4, "type": "MapRunSucceeded" }
      ] }] }]
    """#

  @Test func `a good definition has a line`() throws {
    let (listener, status) = try run(WorkflowCheckCommand.self, ["a.asl.json": Self.good], ["a.asl.json"])
    #expect(status == 0)
    #expect(listener.output.hasPrefix("ok: ") && listener.output.hasSuffix("/a.asl.json: 1 state, 0 tasks, JSONPath\n"))
    #expect(try run(WorkflowCheckCommand.self, ["a.asl.json": Self.good], ["a.asl.json", "--quiet"]).listener.output.isEmpty)
  }

  @Test func `mistakes are told with their places, and the other files are looked at`() throws {
    let files = ["bad.json": Self.bad, "good.json": Self.good]
    let (listener, status) = try run(WorkflowCheckCommand.self, files, ["bad.json", "good.json", "gone.json"])
    #expect(status == 65)
    #expect(listener.error.contains("bad.json:1:14: error[FS7105]: StartAt: there is no state 'B' here"), "\(listener.error)")
    #expect(listener.error.contains("gone.json' can't be read"))
    #expect(listener.output.contains("good.json: 1 state"))
    #expect(try run(WorkflowCheckCommand.self, files, ["good.json", "gone.json"]).status == 66)
  }

  @Test func `a template's machines are told by their names`() throws {
    let template = "Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties: { DefinitionUri: a.json }\n"
    let (listener, status) = try run(WorkflowCheckCommand.self, ["t.yaml": template, "a.json": Self.good], ["t.yaml"])
    #expect(status == 0, "\(listener.error)")
    #expect(listener.output.hasSuffix("/t.yaml, M: 1 state, 0 tasks, JSONPath\n"))
  }

  @Test func `recordings that go as recorded are counted`() throws {
    let (listener, status) = try run(WorkflowReplayCommand.self, ["r.json": Self.recording(1)], ["r.json"])
    #expect(status == 0)
    #expect(listener.output == "1 execution: 1 equal, 0 different, 0 not replayable\n")
  }

  @Test func `recordings that go otherwise are status 99 and say what differs`() throws {
    let files = ["a.json": Self.recording(1), "b.json": Self.recording(2), "c.txt": "no recording"]
    let (listener, status) = try run(WorkflowReplayCommand.self, files, ["."])
    #expect(status == 99)
    let lines = listener.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("one        1          different  event 3: PassStateExited: 'output' is"), "\(listener.output)")
    #expect(lines[2] == "2 executions: 1 equal, 1 different, 0 not replayable")
    #expect(try run(WorkflowReplayCommand.self, files, [".", "--verbose"]).listener.output.split(separator: "\n").count == 4)
  }

  @Test func `recordings that can't be run again are status 98 with the reason`() throws {
    let (listener, status) = try run(WorkflowReplayCommand.self, ["r.json": Self.distributed], ["r.json", "--json"])
    #expect(status == 98, "\(listener.output)")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(listener.output.utf8)) as? [String: Any])
    #expect(document["not_replayable"] as? Int == 1)
    let first = try #require((document["executions"] as? [[String: Any]])?.first)
    #expect(first["verdict"] as? String == "not replayable")
    #expect((first["reason"] as? String)?.contains("child executions") == true)
  }

  @Test func `a folder's files that hold something else are left out, and told of`() throws {
    let files = ["a.json": Self.recording(1), "notes.json": #"{ "rows": [] }"#]
    let (listener, status) = try run(WorkflowReplayCommand.self, files, ["."])
    #expect(status == 0, "\(listener.error)")
    #expect(listener.error.hasPrefix("left out: ") && listener.error.hasSuffix("/notes.json holds no list of recordings\n"))
    #expect(listener.output == "1 execution: 1 equal, 0 different, 0 not replayable\n")
    #expect(try run(WorkflowReplayCommand.self, ["a.json": Self.recording(1), "b.json": "[5]"], ["."]).status == 65)
    #expect(try run(WorkflowReplayCommand.self, ["a.json": Self.recording(1), "b.json": "[5"], ["."]).status == 65)
  }

  @Test func `a file that holds no recordings is status 65, a missing one 66`() throws {
    let (listener, status) = try run(WorkflowReplayCommand.self, ["r.json": Self.good], ["r.json"])
    #expect(status == 65)
    #expect(listener.error.contains("error[FS7124]") && listener.output.isEmpty)
    #expect(try run(WorkflowReplayCommand.self, [:], ["r.json"]).status == 66)
  }
}
