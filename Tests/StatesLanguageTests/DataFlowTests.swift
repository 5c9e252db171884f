import Documents
import Testing

@testable import StatesLanguage

struct DataFlowTests {
  @Test func `input path, parameters, selector, result path and output path follow one another`() throws {
    var run = try Driven(
      #"""
      "T": { "Type": "Task", "Resource": "a:b", "InputPath": "$.in",
        "Parameters": { "x.$": "$.v", "n.$": "$$.State.Name", "c": [1, {"d.$": "$.v"}] },
        "ResultSelector": { "got.$": "$.r" }, "ResultPath": "$.out.task", "OutputPath": "$.out", "End": true }
      """#, start: "T", input: #"{"in":{"v":5},"out":{"old":1}}"#)
    #expect(run.next == #"run {"x":5,"n":"T","c":[1,{"d":5}]}"#)
    try run.answer(.succeeded(json(#"{"r":[1],"s":2}"#)))
    #expect(run.next == #"succeeded {"old":1,"task":{"got":[1]}}"#)
  }

  @Test func `null paths give nothing, and a discarded result leaves the input`() throws {
    var run = try Driven(
      #""T": { "Type": "Task", "Resource": "a:b", "InputPath": null, "ResultPath": null, "End": true }"#, start: "T", input: #"{"a":1}"#)
    #expect(run.next == "run {}")
    try run.answer(.succeeded(.integer(1)))
    #expect(run.next == #"succeeded {"a":1}"#)
    let emptied = try Driven(#""P": { "Type": "Pass", "OutputPath": null, "End": true }"#, start: "P", input: "7")
    #expect(emptied.next == "succeeded {}")
  }

  @Test func `a result path that can't be applied fails by its name`() throws {
    let run = try Driven(#""P": { "Type": "Pass", "Result": 1, "ResultPath": "$.x", "End": true }"#, start: "P", input: #""text""#)
    #expect(run.next?.hasPrefix("failed States.ResultPathMatchFailure") == true)
  }

  @Test func `variables are set together, and seen from the next state on`() throws {
    let run = try Driven(
      #"""
      "A": { "Type": "Pass", "Assign": { "x": 1, "y": 2 }, "Next": "B" },
      "B": { "Type": "Pass", "Assign": { "x.$": "$y", "y.$": "$x" }, "Next": "C" },
      "C": { "Type": "Pass", "Parameters": { "x.$": "$x", "y.$": "$y" }, "End": true }
      """#, start: "A")
    #expect(run.next == #"succeeded {"x":2,"y":1}"#)
  }

  @Test func `branches read variables from outside, and theirs end with them`() throws {
    let run = try Driven(
      #"""
      "A": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "P" },
      "P": { "Type": "Parallel", "Branches": [
        { "StartAt": "L", "States": { "L": { "Type": "Pass", "Assign": { "own.$": "$x" }, "Next": "L2" },
          "L2": { "Type": "Pass", "Parameters": { "v.$": "$own" }, "End": true } } },
        { "StartAt": "R", "States": { "R": { "Type": "Pass", "Parameters": { "v.$": "$x" }, "End": true } } } ], "End": true }
      """#, start: "A")
    #expect(run.next == #"succeeded [{"v":1},{"v":1}]"#)
  }

  @Test func `waits last as long as they are told, or until their time`() throws {
    var run = try Driven(
      #"""
      "S": { "Type": "Wait", "SecondsPath": "$.s", "Next": "T" },
      "T": { "Type": "Wait", "TimestampPath": "$.t", "Next": "U" },
      "U": { "Type": "Wait", "Timestamp": "1970-01-01T00:00:01Z", "End": true }
      """#, start: "S", input: #"{"s":3,"t":"1970-01-01T01:00:10.5+01:00"}"#)
    #expect(run.next == "wait 3.0")
    try run.answer(.elapsed, at: 3_000_000_000)
    #expect(run.next == "wait 7.5")
    try run.answer(.elapsed, at: 10_500_000_000)
    #expect(run.next == "wait 0.0")
    try run.answer(.elapsed, at: 10_500_000_000)
    #expect(run.execution.transitionCount == 3)
    #expect(run.execution.eventCount == 8)
  }

  @Test func `a missing path is named as AWS names it`() throws {
    let run = try Driven(#""P": { "Type": "Pass", "Parameters": { "x.$": "$.no" }, "End": true }"#, start: "P", input: #"{"a":1}"#)
    #expect(
      run.next == "failed States.Runtime An error occurred while executing the state 'P' (entered at the event id #2). The JSONPath '$.no' "
        + #"specified for the field 'x.$' could not be found in the input '{"a":1}'"#)
  }

  @Test func `texts in JSONata states are what they are unless they are expressions`() throws {
    let constant = try Driven(
      #""P": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": { "a": [1, "$.x"] }, "End": true }"#, start: "P")
    #expect(constant.next == #"succeeded {"a":[1,"$.x"]}"#)
    #expect(!constant.execution.machine.usesJSONata)
    let evaluating = try Driven(
      #""P": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% 1 + 1 %}", "End": true }"#, start: "P")
    #expect(evaluating.execution.machine.usesJSONata)
    #expect(evaluating.next == "succeeded 2")
  }

  @Test func `the tokens of tasks change with each attempt`() throws {
    var run = try Driven(
      #"""
      "T": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": { "t.$": "$$.Task.Token",
        "n.$": "$$.State.RetryCount" }, "Retry": [{ "ErrorEquals": ["States.ALL"] }], "End": true }
      """#, start: "T")
    #expect(run.next == #"run {"t":"run/0/1","n":0}"#)
    try run.answer(.failed(error: nil, cause: nil))
    try run.answer(.elapsed)
    #expect(run.next == #"run {"t":"run/0/3","n":1}"#)
    guard case .run(let request)? = run.effects.first else { return #expect(Bool(false)) }
    let integration = run.execution.machine.tasks[request.task].integration
    #expect(integration.pattern == .token && integration.service == "sqs" && integration.action == "sendMessage.waitForTaskToken")
  }

  @Test func `a paced execution asks before each state`() throws {
    var run = try Driven(
      #""A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Succeed" }"#, start: "A", isPaced: true)
    #expect(run.next == "step 0")
    #expect(run.execution.transitionCount == 0)
    try run.answer(.elapsed)
    #expect(run.next == "step 1")
    try run.answer(.elapsed)
    #expect(run.next == "succeeded {}")
  }
}
