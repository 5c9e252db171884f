import Documents
import Testing

@testable import StatesLanguage

struct ErrorTests {
  private func task(_ fields: String) -> String {
    let caught = fields.contains("Catch") ? #", "C": { "Type": "Pass", "End": true }"# : ""
    return #""T": { "Type": "Task", "Resource": "a:b", \#(fields), "End": true }\#(caught)"#
  }

  private func fail(_ run: inout Driven, _ error: String) throws { try run.answer(.failed(error: error, cause: "why")) }

  // The example of the specification: 3 seconds, rate 2, then 5 seconds at most.
  @Test func `waits grow by their rate up to their longest`() throws {
    for (longest, waits) in [("", [3.0, 6, 12]), (#""MaxDelaySeconds": 5,"#, [3, 5, 5])] {
      let retry = #""Retry": [{ "ErrorEquals": ["E"], "IntervalSeconds": 3, \#(longest) "BackoffRate": 2, "MaxAttempts": 3 }]"#
      var run = try Driven(task(retry), start: "T")
      for wait in waits {
        try fail(&run, "E")
        #expect(run.next == "wait \(wait)")
        try run.answer(.elapsed)
      }
      try fail(&run, "E")
      #expect(run.next == "failed E why")
      #expect(run.execution.transitionCount == 4)
    }
  }

  // The specification's example of several retriers: errors A, B, C, B, B against A and B twice, and C.
  @Test func `each retrier counts for itself`() throws {
    let fields = #"""
      "Retry": [{ "ErrorEquals": ["A", "B"], "IntervalSeconds": 1, "BackoffRate": 2.0, "MaxAttempts": 2 },
        { "ErrorEquals": ["C"], "IntervalSeconds": 5 }], "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "C" }]
      """#
    var run = try Driven(task(fields), start: "T")
    for (error, wait) in [("A", 1.0), ("B", 2.0), ("C", 5.0)] {
      try fail(&run, error)
      #expect(run.next == "wait \(wait)")
      try run.answer(.elapsed)
    }
    try fail(&run, "B")
    #expect(run.next == #"succeeded {"Error":"B","Cause":"why"}"#)
  }

  @Test func `jitter is left to who draws`() throws {
    var run = try Driven(task(#""Retry": [{ "ErrorEquals": ["States.ALL"], "JitterStrategy": "FULL" }]"#), start: "T")
    try fail(&run, "E")
    #expect(run.next == "wait 1.0 jittered")
  }

  @Test func `task failures take everything but timeouts`() throws {
    let fields = #""TimeoutSeconds": 5, "Catch": [{ "ErrorEquals": ["States.TaskFailed"], "Next": "C" }]"#
    var failed = try Driven(task(fields), start: "T")
    guard case .run(let request)? = failed.effects.first else { return #expect(Bool(false)) }
    #expect(request.timeout == 5)
    try fail(&failed, "Any")
    #expect(failed.next?.hasPrefix("succeeded") == true)
    var late = try Driven(task(fields), start: "T")
    try late.answer(.timedOut)
    #expect(late.next == "failed States.Timeout -")
  }

  @Test func `a missed heartbeat is a timeout, and has its own name too`() throws {
    for name in ["States.Timeout", "States.HeartbeatTimeout"] {
      let fields = #""HeartbeatSeconds": 5, "Catch": [{ "ErrorEquals": ["\#(name)"], "ResultPath": "$.e", "Next": "C" }]"#
      var run = try Driven(task(fields), start: "T", input: #"{"a":1}"#)
      try run.answer(.heartbeatMissed)
      #expect(run.next == #"succeeded {"a":1,"e":{"Error":"States.Timeout","Cause":null}}"#)
    }
  }

  @Test func `nothing catches States_Runtime, and the switch decides what is one`() throws {
    let fields = #""Parameters": { "x.$": "$.no" }, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "C" }]"#
    let documented = try Driven(task(fields), start: "T")
    #expect(documented.next?.hasPrefix("failed States.Runtime") == true)
    var specified = Conventions()
    specified.reportsAsRuntime = false
    let other = try Driven(task(fields), start: "T", conventions: specified)
    #expect(other.next?.hasPrefix(#"succeeded {"Error":"States.ParameterPathFailure""#) == true)
  }

  @Test func `results above the limit fail by their name, which States_ALL takes as recorded`() throws {
    var limits = Limits()
    limits.payload = 100
    let fields = #""Catch": [{ "ErrorEquals": ["States.ALL"], "ResultPath": null, "Next": "C" }]"#
    var run = try Driven(task(fields), start: "T", limits: limits)
    try run.answer(.succeeded(.string(String(repeating: "ä", count: 60))))
    #expect(run.next == "succeeded {}")
    var conventions = Conventions()
    conventions.allCatchesDataLimit = false
    var documented = try Driven(task(fields), start: "T", limits: limits, conventions: conventions)
    try documented.answer(.succeeded(.string(String(repeating: "ä", count: 60))))
    #expect(documented.next?.hasPrefix("failed States.DataLimitExceeded") == true)
  }

  @Test func `an execution ends at its limit of events, and a loop without waits at its own`() throws {
    let loop = #"""
      "A": { "Type": "Pass", "Next": "B" },
      "B": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "D" }], "Default": "A" },
      "D": { "Type": "Succeed" }
      """#
    let run = try Driven(loop, start: "A")
    #expect(run.next == "failed States.Runtime The execution reached the maximum number of history events (25000).")
    #expect(run.execution.eventCount == 25_000)
    var endless = Limits()
    endless.events = nil
    endless.statesAtOnce = 1000
    let express = try Driven(loop, start: "A", limits: endless)
    #expect(express.next == "failed States.Runtime The execution entered 1000 states without a wait.")
  }

  @Test func `a document that grows in a loop ends the execution before it is too deep`() throws {
    let loop = #"""
      "A": { "Type": "Pass", "Parameters": { "x.$": "$" }, "Next": "B" },
      "B": { "Type": "Choice", "Choices": [{ "Variable": "$.y", "IsPresent": true, "Next": "C" }], "Default": "A" },
      "C": { "Type": "Succeed" }
      """#
    #expect(try Driven(loop, start: "A").next?.hasPrefix("failed States.DataLimitExceeded") == true)
  }

  @Test func `answers to waits that are over are dropped`() throws {
    var run = try Driven(task(#""Retry": [{ "ErrorEquals": ["States.ALL"] }]"#), start: "T")
    let first = try #require(run.effects[0].token)
    try fail(&run, "E")
    try run.answer(.elapsed)
    run.execution.resume(first, with: .succeeded(.integer(1)), at: 0, into: &run.effects)
    #expect(run.effects.count == 1 && run.next == "run {}")
    run.execution.expire(into: &run.effects)
    #expect(run.effects.map(\.words).suffix(2) == ["cancel 0", "timed out"])
  }
}
