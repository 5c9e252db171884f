import Documents
import Foundation
import Testing

@testable import StatesLanguage

/// Executions that were recorded on AWS are run again and compared.
@Suite(.enabled(if: ReferenceFiles.isThere, "FLEETSIM_REFERENCE_DATA is not set"))
struct RecordingTests {
  /// Recordings that are not run again, and why; every other one must go as it was recorded.
  static let notReached: [(id: String, reason: String)] = [
    ("arguments.base_cases[BASE_LAMBDA_EXPRESSION]", jsonata),
    ("credentials_base.cross_account_service_lambda_invoke", jsonata),
    ("credentials_base.cross_account_states_start_sync_execution[SFN_START_EXECUTION_SYNC_ROLE_ARN_JSONATA]", jsonata),
    ("aws_sdk.s3_no_such_key", jsonata),
    ("array_jsonata.array_partition", jsonata),
    ("output.base_cases[BASE_EXPR]", jsonata),
    ("output.base_lambda[BASE_LAMBDA]", jsonata),
    ("mixed_query_language.task_dataflow_to_state", jsonata),
    ("base_scenarios.map_item_reader_base_json_max_items_jsonata", jsonata),
    ("base_scenarios.wait_timestamp_jsonata", jsonata),
    ("base_scenarios.fail_error_jsonata", jsonata),
    ("base_scenarios.escape_sequence_parsing[ESCAPE_SEQUENCES_JSONATA_COMPARISON_OUTPUT]", jsonata),
  ]
  private static let jsonata = "its expressions are JSONata"

  /// Recordings whose definition is not the one that ran, by what differs.
  static let otherDefinition: [(id: String, difference: String)] = [
    // It ran without the TimeoutSeconds that its template has.
    ("heartbeats.heartbeat_no_timeout", "event 3: TaskScheduled: 'timeoutInSeconds' was not recorded")
  ]

  private static func recordings() throws -> [Recording] {
    let names = try ReferenceFiles.names(in: "conformance").filter { $0 != "choice_operator_truth_table.json" }
    return try names.flatMap { try #require(Recording.read(try ReferenceFiles.text("conformance/\($0)"))) }
  }

  @Test func `recorded executions go as recorded, or are in a table`() throws {
    var equal = 0
    for recording in try RecordingTests.recordings() {
      let reason = RecordingTests.notReached.first { $0.id == recording.id }?.reason
      let difference = RecordingTests.otherDefinition.first { $0.id == recording.id }?.difference
      for (index, verdict) in Replay.verdicts(on: recording).enumerated() {
        let expected: Replay.Verdict = reason.map { .notReplayable($0) } ?? difference.map { .different($0) } ?? .equal
        #expect(verdict == expected, "\(recording.id), execution \(index + 1)")
        if verdict == .equal { equal += 1 }
      }
    }
    #expect(equal == 175)
  }

  @Test func `the tables name recordings that there are`() throws {
    let ids = Set(try RecordingTests.recordings().map(\.id))
    for id in RecordingTests.notReached.map(\.id) + RecordingTests.otherDefinition.map(\.id) { #expect(ids.contains(id), "\(id)") }
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
    func verdicts(_ text: String) throws -> [Replay.Verdict] {
      try #require(Recording.read(SourceText(name: "x", text: text))).flatMap { Replay.verdicts(on: $0) }
    }
    #expect(try verdicts(text) == [.equal])
    let last = try #require(text.range(of: part, options: .backwards))
    let changed = text.replacingCharacters(in: last, with: other)
    guard case .different = try verdicts(changed).first else { return #expect(Bool(false), "\(changed)") }
  }
}
