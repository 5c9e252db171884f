import Billing
import Documents
import Fleet
import Scenarios
import Statistics
import Studies
import Testing

/// Executions of workflows against what is counted by hand, with states that take no time unless a test says otherwise.
struct WorkflowTests {
  static let quick = "workflows: { standard: { state: 0 s, task: 0 s }, express: { state: 0 s, task: 0 s } }"

  static func text(
    _ workflow: String, functions: String = "", rest: String = "", input: String = "{ n: 0 }", platform: String = quick,
    traffic: String = "rate: 1/s, arrivals: uniform"
  ) -> String {
    """
    scenario: flows
    platform: { profile: aws-lambda, \(platform) }
    run: { start: 2026-01-05T00:00:00Z, duration: 100 s, drain: { upTo: 2 h }, seed: 1 }
    functions:
      other: { runtime: nodejs22 }
    \(functions.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
    workflows:
      job: \(workflow)
    \(rest)
    traffic:
      web: { to: job, \(traffic), input: \(input) }
    """
  }

  static func record(_ text: String, _ definition: String) throws -> WorkflowRecord {
    try Simulated.record(text, files: MemoryFiles(["job.asl.json": definition])).workflows[0]
  }

  static func seconds(_ workflow: WorkflowRecord, _ share: Double) -> Double {
    Double(workflow.duration.quantile(share) ?? -1) / 1e9
  }

  private static let loop = """
    { "StartAt": "Work", "States": {
      "Work": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work", "Next": "More" },
      "More": { "Type": "Choice", "Choices": [{ "Variable": "$.n", "NumericLessThan": 5, "Next": "Pause" }], "Default": "Done" },
      "Pause": { "Type": "Wait", "Seconds": 10, "Next": "Work" },
      "Done": { "Type": "Succeed" } } }
    """

  private static let work = #"work: { runtime: nodejs22, steps: [{ wait: 1 s }], returns: { n.$: "States.MathAdd($.n, 1)" } }"#

  @Test func `a loop of task, choice and wait makes the transitions that one counts by hand`() throws {
    let workflow = try Self.record(Self.text("{ definition: job.asl.json }", functions: Self.work), Self.loop)
    // Five tasks, five choices, four waits and the end.
    #expect(workflow.started == 99)
    #expect(workflow.succeeded == 99)
    #expect(workflow.transitions == 99 * (5 + 5 + 4 + 1))
    #expect(workflow.billedTransitions == workflow.transitions)
    // Five seconds of work and four waits; cold starts come on top of the first.
    let median = Self.seconds(workflow, 0.5)
    #expect(abs(median - 45) < 0.5)
  }

  @Test func `a loop in JSONata makes the same transitions`() throws {
    let definition = """
      { "QueryLanguage": "JSONata", "StartAt": "Work", "States": {
        "Work": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work", "Next": "More" },
        "More": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.n < 5 %}", "Next": "Pause" }], "Default": "Done" },
        "Pause": { "Type": "Wait", "Seconds": "{% 2 * 5 %}", "Next": "Work" },
        "Done": { "Type": "Succeed" } } }
      """
    let work = #"work: { runtime: nodejs22, steps: [{ wait: 1 s }], returns: { n: "{% $states.input.n + 1 %}" } }"#
    let workflow = try Self.record(Self.text("{ definition: job.asl.json }", functions: work), definition)
    #expect(workflow.succeeded == 99)
    #expect(workflow.transitions == 99 * (5 + 5 + 4 + 1))
  }

  @Test func `a failing task waits longer from retry to retry, and each is a transition`() throws {
    let definition = """
      { "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": true,
        "Retry": [{ "ErrorEquals": ["States.TaskFailed"], "IntervalSeconds": 2, "MaxAttempts": 3, "BackoffRate": 2 }] } } }
      """
    let text = Self.text(
      "{ definition: job.asl.json, tasks: { Ask: { to: crm } } }", rest: "services: { crm: { latency: 1 s, failures: { error: 100% } } }")
    let workflow = try Self.record(text, definition)
    // Four attempts of a second and pauses of 2, 4 and 8 seconds.
    #expect(workflow.failed == 99)
    #expect(workflow.transitions == 396)
    #expect(abs(Self.seconds(workflow, 0.5) - 18) < 0.1)
  }

  @Test func `a catcher gets the error by the name that the function gives it`() throws {
    let definition = """
      { "StartAt": "Work", "States": {
        "Work": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work", "End": true,
          "Catch": [{ "ErrorEquals": ["Other"], "Next": "Lost" }, { "ErrorEquals": ["BadOrder"], "Next": "Saved" }] },
        "Saved": { "Type": "Pass", "End": true }, "Lost": { "Type": "Fail" } } }
      """
    for steps in ["{ fail: { chance: 100%, error: BadOrder } }", "{ call: { to: other } }, { fail: { chance: 100%, error: BadOrder } }"] {
      let text = Self.text(
        "{ definition: job.asl.json }", functions: "work: { runtime: nodejs22, steps: [{ fail: { chance: 0% } }, \(steps)] }")
      #expect(try Self.record(text, definition).succeeded == 99)
    }
  }

  @Test func `a function that is throttled or too slow fails its task by AWS's names`() throws {
    let definition = """
      { "StartAt": "Work", "States": {
        "Work": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work", "End": true,
          "Catch": [{ "ErrorEquals": ["NAME"], "Next": "Saved" }] },
        "Saved": { "Type": "Pass", "End": true } } }
      """
    let slow = Self.text("{ definition: job.asl.json }", functions: "work: { runtime: nodejs22, timeout: 2 s, steps: [{ wait: 5 s }] }")
    #expect(try Self.record(slow, definition.replacing("NAME", with: "Sandbox.Timedout")).succeeded == 99)
    let full = Self.text("{ definition: job.asl.json }", functions: "work: { runtime: nodejs22, reservedConcurrency: 0 }")
    #expect(try Self.record(full, definition.replacing("NAME", with: "Lambda.TooManyRequestsException")).succeeded == 99)
  }

  @Test func `what a task returns is drawn by its shares`() throws {
    let definition = """
      { "StartAt": "Work", "States": {
        "Work": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "work" }, "Next": "Good" },
        "Good": { "Type": "Choice", "Choices": [{ "Variable": "$.Payload.good", "BooleanEquals": true, "Next": "Yes" }], "Default": "No" },
        "Yes": { "Type": "Succeed" }, "No": { "Type": "Fail", "Error": "Bad" } } }
      """
    let returns = "{ oneOf: [{ share: 90%, value: { good: true } }, { share: 10%, value: { good: false } }] }"
    let text = Self.text(
      "{ definition: job.asl.json }", functions: "work: { runtime: nodejs22, returns: \(returns) }", traffic: "rate: 10/s")
    let workflow = try Self.record(text, definition)
    let share = Double(workflow.failed) / Double(workflow.started)
    #expect(abs(share - 0.1) < 4 * (0.09 / Double(workflow.started)).squareRoot())
  }

  @Test func `an execution ends at its own timeout, and a task at its own`() throws {
    let own = """
      { "StartAt": "Work", "TimeoutSeconds": 3, "States": {
        "Work": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": true } } }
      """
    let text = Self.text("{ definition: job.asl.json, tasks: { Work: { takes: 10 s } } }")
    let ended = try Self.record(text, own)
    #expect(ended.timedOut == 99)
    #expect(abs(Self.seconds(ended, 0.5) - 3) < 0.02)
    let task = """
      { "StartAt": "Work", "States": {
        "Work": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "TimeoutSeconds": 3, "End": true,
          "Catch": [{ "ErrorEquals": ["States.Timeout"], "Next": "Saved" }] },
        "Saved": { "Type": "Wait", "Seconds": 1, "End": true } } }
      """
    let caught = try Self.record(text, task)
    #expect(caught.succeeded == 99)
    #expect(abs(Self.seconds(caught, 0.5) - 4) < 0.03)
  }

  @Test func `a callback that never comes misses the heartbeat`() throws {
    let definition = """
      { "StartAt": "Ask", "States": {
        "Ask": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "HeartbeatSeconds": 5,
          "Catch": [{ "ErrorEquals": ["States.HeartbeatTimeout"], "Next": "Saved" }], "End": true },
        "Saved": { "Type": "Pass", "End": true } } }
      """
    let rest = "queues: { letters: {} }"
    let silent = try Self.record(Self.text("{ definition: job.asl.json, tasks: { Ask: { to: letters } } }", rest: rest), definition)
    #expect(silent.succeeded == 99)
    #expect(silent.transitions == 198)
    let answered = try Self.record(
      Self.text("{ definition: job.asl.json, tasks: { Ask: { to: letters, takes: 2 s } } }", rest: rest), definition)
    #expect(answered.transitions == 99)
    #expect(abs(Self.seconds(answered, 0.5) - 2) < 0.02)
  }

  @Test func `a history of 25,000 events ends an execution`() throws {
    let definition = """
      { "StartAt": "Round", "States": { "Round": { "Type": "Pass", "Next": "Pause" }, "Pause": { "Type": "Wait", "Seconds": 1, "Next": "Round2" },
        "Round2": { "Type": "Choice", "Choices": [{ "Variable": "$.n", "NumericEquals": 0, "Next": "Round" }], "Default": "Done" },
        "Done": { "Type": "Succeed" } } }
      """
    let text = Self.text("{ definition: job.asl.json }", traffic: "schedule: rate(1 hour)").replacing(
      "drain: { upTo: 2 h }", with: "drain: { upTo: 4 h }")
    let workflow = try Self.record(text.replacing("duration: 100 s", with: "duration: 30 min"), definition)
    // The start is an event and each state is two; no state is entered that would leave no room for the end.
    #expect(workflow.failed == 1)
    #expect(workflow.transitions == 12_499)
  }

  @Test func `transitions beyond the account's rate wait`() throws {
    let definition = """
      { "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Pass", "End": true } } }
      """
    let platform = "workflows: { standard: { state: 0 s, task: 0 s }, transitions: { rate: 1/s, burst: 1 } }"
    let workflow = try Self.record(Self.text("{ definition: job.asl.json }", platform: platform), definition)
    // 198 transitions at one a second: the last execution ends after about 198 s, 100 s after it began.
    #expect(workflow.succeeded == 99)
    #expect(workflow.delayed > 150)
    #expect(abs(Self.seconds(workflow, 1) - 100) < 3)
  }

  @Test func `standard workflows are billed by transition, express ones by request, time and memory`() throws {
    let files = MemoryFiles(["job.asl.json": Self.loop.replacing("\"Seconds\": 10", with: "\"Seconds\": 1")])
    func bill(_ kind: String) throws -> [String] {
      let text = Self.text("{ definition: job.asl.json, kind: \(kind) }", functions: Self.work).replacing("wait: 1 s", with: "wait: 10 ms")
      let study = Study(try Simulated.scenario(text, files: files))
      let result = study.result(of: try study.simulate())
      return result.costs.lines.filter { $0.component == "job" }.map(\.item)
    }
    #expect(try bill("standard") == ["workflow.standard"])
    #expect(try bill("express") == ["workflow.express.request", "workflow.express.duration"])
  }

  @Test func `the bill of retries, and of an Express execution's time and memory, is what one reckons by hand`() throws {
    func line(_ item: String, _ text: String, _ definition: String) throws -> (quantity: Double, price: Double) {
      let study = Study(try Simulated.scenario(text, files: MemoryFiles(["job.asl.json": definition])))
      let lines = study.result(of: try study.simulate()).costs.lines
      let line = try #require(lines.first { $0.component == "job" && $0.item == item }, "\(lines.map(\.item))")
      return (try #require(line.quantity.number), try #require(line.unitPrice.number))
    }
    let asking = """
      { "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": true,
        "Retry": [{ "ErrorEquals": ["States.TaskFailed"], "IntervalSeconds": 2, "MaxAttempts": 3, "BackoffRate": 2 }] } } }
      """
    let failing = Self.text(
      "{ definition: job.asl.json, tasks: { Ask: { to: crm } } }", rest: "services: { crm: { latency: 1 s, failures: { error: 100% } } }")
    // One state and three retries an execution, at 0.025 dollars a thousand.
    let retries = try line("workflow.standard", failing, asking)
    #expect(retries.quantity == 99 * 4 && abs(retries.price - 0.000025) < 1e-12)
    let pause = #"{ "StartAt": "Pause", "States": { "Pause": { "Type": "Wait", "Seconds": 1, "End": true } } }"#
    let express = Self.text("{ definition: job.asl.json, kind: express, memory: 100 MB }")
    let requests = try line("workflow.express.request", express, pause)
    #expect(requests.quantity == 99 && abs(requests.price - 0.000001) < 1e-12)
    // 100 MB are billed as two chunks of 64 MB, for 1 s each time: at 0.06 dollars a GB-hour that is 0.00001667 a GB-second.
    let time = try line("workflow.express.duration", express, pause)
    #expect(abs(time.quantity * time.price - 99 * 0.125 * 0.06 / 3_600) < 1e-7, "\(time)")
  }

  @Test func `a workflow waits for another one and gets its output, and its failure as that of a task`() throws {
    let outer = """
      { "StartAt": "Inner", "States": {
        "Inner": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
          "Parameters": { "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:inner", "Input": { "n": 4 } }, "Next": "Good",
          "Catch": [{ "ErrorEquals": ["States.TaskFailed"], "Next": "Saved" }] },
        "Good": { "Type": "Choice", "Choices": [{ "Variable": "$.Output.n", "NumericEquals": 4, "Next": "Saved" }], "Default": "Lost" },
        "Saved": { "Type": "Succeed" }, "Lost": { "Type": "Fail" } } }
      """
    let pause = #"{ "StartAt": "Pause", "States": { "Pause": { "Type": "Wait", "Seconds": 7, "End": true } } }"#
    let text = Self.text("{ definition: job.asl.json }\n  inner: { definition: inner.asl.json }")
    let good = try Simulated.record(text, files: MemoryFiles(["job.asl.json": outer, "inner.asl.json": pause])).workflows
    #expect(good.map(\.succeeded) == [99, 99])
    #expect(good[0].transitions == 99 * 3)
    #expect(abs(Self.seconds(good[0], 0.5) - 7) < 0.05)
    let broken = #"{ "StartAt": "Bad", "States": { "Bad": { "Type": "Fail", "Error": "Odd" } } }"#
    let bad = try Simulated.record(text, files: MemoryFiles(["job.asl.json": outer, "inner.asl.json": broken])).workflows
    #expect(bad[0].succeeded == 99 && bad[0].transitions == 99 * 2 && bad[1].failed == 99)
  }

  @Test func `a function starts an execution and does not wait for it`() throws {
    let pause = #"{ "StartAt": "Pause", "States": { "Pause": { "Type": "Wait", "Seconds": 7, "End": true } } }"#
    let text = Self.text("{ definition: job.asl.json }", functions: "first: { runtime: nodejs22, steps: [{ start: { to: job } }] }")
      .replacing("web: { to: job,", with: "web: { to: first,")
    let record = try Simulated.record(text, files: MemoryFiles(["job.asl.json": pause]))
    #expect(record.workflows[0].succeeded == 99)
    let completion = Double(record.sources[0].completion.quantile(0.5) ?? 0) / 1e9
    #expect(abs(completion - 7) < 0.2)
  }

  @Test func `the fast ways of the engine give the same record as the plain ones`() throws {
    let text = Self.text(
      "{ definition: job.asl.json }", functions: Self.work, platform: "keepAlive: 6 min", traffic: "rate: 3/s")
    let scenario = try Simulated.scenario(text, files: MemoryFiles(["job.asl.json": Self.loop]))
    let record = try Run.simulate(Blueprint(scenario))
    #expect(record == (try Run.simulate(Blueprint(scenario, engine: .plain))))
    let workflow = record.workflows[0]
    #expect(workflow.started == workflow.succeeded + workflow.failed + workflow.timedOut + workflow.aborted + workflow.unfinished)
  }
}
