import Documents
import Foundation
import Testing

@testable import StatesLanguage

/// Executions that were recorded on AWS are run again and compared.
@Suite(.enabled(if: ReferenceFiles.isThere, "FLEETSIM_REFERENCE_DATA is not set"))
struct RecordingTests {
  /// Recordings whose definition is not the one that ran, by what differs.
  static let otherDefinition: [(id: String, difference: String)] = [
    // It ran without the TimeoutSeconds that its template has.
    ("heartbeats.heartbeat_no_timeout", "event 3: TaskScheduled: 'timeoutInSeconds' was not recorded")
  ]

  private static func recordings() throws -> [Recording] {
    let names = try ReferenceFiles.names(in: "conformance").filter { $0 != "choice_operator_truth_table.json" }
    return try names.flatMap {
      let (recordings, diagnostics) = Recording.read(try ReferenceFiles.text("conformance/\($0)"))
      #expect(diagnostics.isEmpty, "\(diagnostics.map(\.summary))")
      return recordings
    }
  }

  @Test func `recorded executions go as recorded, or are in the table`() throws {
    var equal = 0
    for recording in try RecordingTests.recordings() {
      let difference = RecordingTests.otherDefinition.first { $0.id == recording.id }?.difference
      for (index, verdict) in Replay.verdicts(on: recording).enumerated() {
        let expected: Replay.Verdict = difference.map { .different($0) } ?? .equal
        #expect(verdict == expected, "\(recording.id), execution \(index + 1)")
        if verdict == .equal { equal += 1 }
      }
    }
    #expect(equal == 206)
  }

  @Test func `the table names recordings that there are`() throws {
    let ids = Set(try RecordingTests.recordings().map(\.id))
    for id in RecordingTests.otherDefinition.map(\.id) { #expect(ids.contains(id), "\(id)") }
  }

  @Test(arguments: [
    (#""output": {"Arg1": "argument1"}"#, #""output": {"Arg1": "other"}"#), (#""previousEventId": 3"#, #""previousEventId": 2"#),
    (#""PassStateExited""#, #""PassStateAborted""#), (#""input": {}"#, #""input": {"a": 1}"#),
  ]) func `a recording that says otherwise is found to differ`(part: String, other: String) throws {
    let text = #"""
      [{ "id": "x", "definition": { "StartAt": "S", "States": { "S": { "Type": "Pass", "Result": { "Arg1": "argument1" }, "End": true } } },
        "cases": [{ "input": {}, "events": [
          { "id": 1, "previousEventId": 0, "type": "ExecutionStarted", "executionStartedEventDetails": { "input": {} } },
          { "id": 2, "previousEventId": 0, "type": "PassStateEntered", "stateEnteredEventDetails": { "name": "S", "input": {} } },
          { "id": 3, "previousEventId": 2, "type": "PassStateExited",
            "stateExitedEventDetails": { "name": "S", "output": {"Arg1": "argument1"} } },
          { "id": 4, "previousEventId": 3, "type": "ExecutionSucceeded",
            "executionSucceededEventDetails": { "output": {"Arg1": "argument1"} } }
        ] }] }]
      """#
    func verdicts(_ text: String) -> [Replay.Verdict] {
      Recording.read(SourceText(name: "x", text: text)).recordings.flatMap { Replay.verdicts(on: $0) }
    }
    #expect(verdicts(text) == [.equal])
    let last = try #require(text.range(of: part, options: .backwards))
    let changed = text.replacingCharacters(in: last, with: other)
    guard case .different = verdicts(changed).first else { return #expect(Bool(false), "\(changed)") }
  }
}
