import Documents
import Fleet
import Scenarios
import Testing

/// Executions that start each other: chains of any length, which end, are stopped and come to a standstill in good order.
struct WorkflowChainTests {
  private static func text(_ traffic: String, state: String = "0 s", task: String = "10 ms", rest: String = "") -> String {
    """
    scenario: chain
    platform: { profile: aws-lambda, workflows: { standard: { state: \(state), task: \(task) }, transitions: { rate: 1e6/s, burst: 1000000 } } }
    run: { start: 2026-01-05T00:00:00Z, duration: 1 min, drain: { upTo: 3 h }, seed: 1 }
    functions:
      other: { runtime: nodejs22 }
    workflows:
      job: { definition: job.asl.json }
    \(rest)
    traffic:
      web: { to: job, schedule: rate(1 minute), \(traffic) }
    """
  }

  private static func records(_ text: String, _ definition: String) throws -> [WorkflowRecord] {
    try Simulated.record(text, files: MemoryFiles(["job.asl.json": definition])).workflows
  }

  /// A machine whose execution starts another one of the same machine until some number is reached.
  private static func counting(to last: Int, by resource: String, seconds: Int = 9_000) -> String {
    """
    { "StartAt": "More", "TimeoutSeconds": \(seconds), "States": {
      "More": { "Type": "Choice", "Choices": [{ "Variable": "$.n", "NumericLessThan": \(last), "Next": "Next" }], "Default": "Done" },
      "Next": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution\(resource)", "ResultPath": null, "End": true,
        "Parameters": { "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:job",
          "Input": { "n.$": "States.MathAdd($.n, 1)" } } },
      "Done": { "Type": "Succeed" } } }
    """
  }

  @Test func `a long chain of executions that wait for each other ends well`() throws {
    let job = try Self.records(Self.text("input: { n: 1 }"), Self.counting(to: 10_000, by: ".sync:2"))[0]
    #expect(job.started == 10_000 && job.succeeded == 10_000)
    // Each but the last has a task, and each a choice; the last ends in a state of its own.
    #expect(job.transitions == 2 * 10_000)
  }

  @Test func `a long chain is stopped from its first execution on`() throws {
    let job = try Self.records(Self.text("input: { n: 1 }"), Self.counting(to: 1_000_000, by: ".sync:2", seconds: 100))[0]
    // An execution begins every 10 ms until the first one's time is over.
    #expect(abs(job.started - 10_000) <= 2)
    #expect(job.timedOut == 1 && job.aborted == job.started - 1)
  }

  @Test func `a chain of executions that nobody waits for gets its input from task to task`() throws {
    let job = try Self.records(Self.text("input: { n: 1 }"), Self.counting(to: 10_000, by: ""))[0]
    #expect(job.started == 10_000 && job.succeeded == 10_000)
  }

  @Test func `an input may be the text of a document`() throws {
    let definition = Self.counting(to: 5, by: "").replacing(
      #""Input": { "n.$": "States.MathAdd($.n, 1)" }"#, with: #""Input.$": "States.Format('\\{\"n\": {}\\}', States.MathAdd($.n, 1))""#)
    let job = try Self.records(Self.text("input: { n: 1 }"), definition)[0]
    #expect(job.started == 5 && job.succeeded == 5)
  }

  @Test func `an execution that can't be started fails its task by the name that AWS gives it`() throws {
    let definition = """
      { "StartAt": "Next", "States": {
        "Next": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution", "End": true,
          "Parameters": { "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:inner" },
          "Catch": [{ "ErrorEquals": ["StepFunctions.ThrottlingException"], "Next": "Saved" }] },
        "Saved": { "Type": "Wait", "Seconds": 1, "End": true } } }
      """
    let inner = #"{ "StartAt": "Pause", "States": { "Pause": { "Type": "Wait", "Seconds": 600, "End": true } } }"#
    let text = Self.text("input: {}").replacing("schedule: rate(1 minute)", with: "rate: 1/s, arrivals: uniform")
      .replacing("job.asl.json }", with: "job.asl.json }\n  inner: { definition: inner.asl.json }")
      .replacing("transitions:", with: "open: 2, transitions:")
    let workflows = try Simulated.record(text, files: MemoryFiles(["job.asl.json": definition, "inner.asl.json": inner])).workflows
    #expect(workflows[0].succeeded == workflows[0].started)
    #expect(workflows[1].throttled > 0 && workflows[1].offered == workflows[1].throttled + workflows[1].started)
  }

  @Test func `a chain in no time is a standstill that names its workflow`() throws {
    let definition = """
      { "StartAt": "Next", "States": { "Next": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution", "End": true,
        "Parameters": { "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:job" } } } }
      """
    let text = Self.text("input: {}", task: "0 s").replacing(
      "transitions: { rate: 1e6/s, burst: 1000000 }",
      with: "transitions: { rate: 1e9/s, burst: 100000000 }, standard: { starts: { rate: 1e9/s, burst: 100000000 }, state: 0 s, task: 0 s }"
    ).replacing("standard: { state: 0 s, task: 0 s }, ", with: "")
    #expect(throws: RunFailure.standstill(at: "workflow 'job'", time: 0)) { try Self.records(text, definition) }
  }
}
