import Documents
import Testing

@testable import StatesLanguage

/// States whose query language is JSONata.
struct QueryTests {
  /// How an execution of one state ends that needs nothing of the world.
  private func outcome(_ state: String, input: String = #"{"a": [1, 2, 3], "name": "x"}"#) throws -> String {
    let end = state.contains(#""Next""#) ? #", "N": { "Type": "Succeed" }"# : ""
    return try #require(
      Driven(#""S": { "QueryLanguage": "JSONata", \#(state) }\#(end)"#, start: "S", input: input, at: 1_510_067_557_121_000_000).next)
  }

  private let start = "failed States.QueryEvaluationError An error occurred while executing the state 'S' (entered at the event id #2). "

  @Test func `only whole texts between braces are evaluated, at any depth`() throws {
    let output =
      #""Type": "Pass", "Output": { "a": ["{% $sum($states.input.a) %}", " {% 1 %}", 5], "b": { "c": "{% $states.input.name %}" } }"#
    #expect(try outcome(#"\#(output), "End": true"#) == #"succeeded {"a":[6," {% 1 %}",5],"b":{"c":"x"}}"#)
    #expect(try outcome(#""Type": "Pass", "End": true"#) == #"succeeded {"a":[1,2,3],"name":"x"}"#)
    #expect(try outcome(#""Type": "Succeed", "Output": "{% $states.input.a[1] %}""#) == "succeeded 2")
    #expect(try outcome(#""Type": "Succeed", "Output": "{% null %}""#) == "succeeded null")
  }

  @Test func `the context and the time can be asked for`() throws {
    #expect(try outcome(#""Type": "Succeed", "Output": "{% $states.context.State.Name %}""#) == #"succeeded "S""#)
    #expect(try outcome(#""Type": "Succeed", "Output": "{% ($s := $states; $s.context.State.Name) %}""#) == #"succeeded "S""#)
    #expect(try outcome(#""Type": "Succeed", "Output": "{% $now() %}""#) == #"succeeded "2017-11-07T15:12:37.121Z""#)
  }

  @Test(arguments: [
    (
      #""Type": "Pass", "Output": { "v": "{% $states.input.missing %}" }, "End": true"#,
      "The JSONata expression '$states.input.missing' specified for the field 'Output/v' returned nothing (undefined)."
    ),
    (
      #""Type": "Pass", "Output": { "v": [1, { "w": "{% $states.result %}" }] }, "End": true"#,
      "The JSONata expression '$states.result' specified for the field 'Output/v[1]/w' returned nothing (undefined)."
    ),
    (
      #""Type": "Pass", "Assign": { "v": "{% $never %}" }, "End": true"#,
      "The JSONata expression '$never' specified for the field 'Assign/v' returned nothing (undefined)."
    ),
    (
      #""Type": "Choice", "Choices": [{ "Condition": "{% $states.input.name %}", "Next": "N" }]"#,
      "The JSONata expression '$states.input.name' specified for the field 'Choices[0]/Condition' returned an unexpected result type. "
        + #"Expected 'boolean', but was 'string' for value: "x""#
    ),
    (
      #""Type": "Wait", "Seconds": "{% -1 %}", "End": true"#,
      "The JSONata expression '-1' specified for the field 'Seconds' returned an unexpected result type. "
        + "Expected 'integer', but was 'number' for value: -1"
    ),
    (
      #""Type": "Fail", "Error": "{% 5 %}""#,
      "The JSONata expression '5' specified for the field 'Error' returned an unexpected result type. "
        + "Expected 'string', but was 'number' for value: 5"
    ),
  ]) func `an expression that fails names itself and its field`(state: String, words: String) throws {
    #expect(try outcome(state) == start + words)
  }

  @Test func `what JSONata says of an error is told with its code`() throws {
    let told = try outcome(#""Type": "Pass", "Output": { "v": "{% 1 + 'a' %}" }, "End": true"#)
    #expect(
      told.hasPrefix(
        start + "The JSONata expression '1 + 'a'' specified for the field 'Output/v' threw an error during evaluation. T2002: "))
  }

  @Test func `a task has arguments, a result, limits and variables, and its failures are caught`() throws {
    let states = #"""
      "T": { "QueryLanguage": "JSONata", "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
        "Arguments": { "n": "{% $states.input.n * 2 %}" }, "TimeoutSeconds": "{% $states.input.n * 10 %}", "HeartbeatSeconds": "{% 5 %}",
        "Assign": { "n": "{% $states.result.m + $states.input.n %}" }, "Output": { "r": "{% $states.result %}" },
        "Catch": [{ "ErrorEquals": ["States.ALL"], "Assign": { "n": "{% $states.errorOutput.Error %}" },
          "Output": "{% $states.errorOutput.Cause & $states.input.n %}", "Next": "P" }], "Next": "P" },
      "P": { "QueryLanguage": "JSONata", "Type": "Pass", "Output": { "n": "{% $n %}", "in": "{% $states.input %}" }, "End": true }
      """#
    var driven = try Driven(states, start: "T", input: #"{"n": 3}"#)
    guard case .run(let request)? = driven.effects.first else { return #expect(Bool(false), "no task") }
    #expect(request.input == json(#"{"n":6}"#))
    #expect(request.timeout == 30 && request.heartbeat == 5)
    try driven.answer(.succeeded(json(#"{"m": 4}"#)))
    #expect(driven.next == #"succeeded {"n":7,"in":{"r":{"m":4}}}"#)
    driven = try Driven(states, start: "T", input: #"{"n": 3}"#)
    try driven.answer(.failed(error: "E", cause: "why"))
    #expect(driven.next == #"succeeded {"n":"E","in":"why3"}"#)
    driven = try Driven(states, start: "T", input: #"{"n": 3}"#)
    try driven.answer(.succeeded(json(#"{"x": 4}"#)))
    #expect(driven.next?.hasPrefix(#"succeeded {"n":"States.QueryEvaluationError","in":"An error occurred while"#) == true)
  }

  @Test func `a map takes items, selects, and its iterations take the machine's language`() throws {
    let states = #"""
      "M": { "QueryLanguage": "JSONata", "Type": "Map", "Items": "{% $states.input.a[$ > $least] %}", "MaxConcurrency": "{% 1 + 1 %}",
        "ItemSelector": { "v": "{% $states.context.Map.Item.Value %}", "i": "{% $states.context.Map.Item.Index %}" },
        "ItemProcessor": { "StartAt": "I", "States": { "I": { "Type": "Pass", "OutputPath": "$.v", "End": true } } },
        "Output": "{% $sum($states.result) %}", "End": true },
      "A": { "Type": "Pass", "Assign": { "least": 1 }, "Next": "M" }
      """#
    #expect(try Driven(states, start: "A", input: #"{"a": [1, 2, 3]}"#).next == "succeeded 5")
  }

  @Test func `a machine of JSONata has no states of JSONPath`() {
    let text = #"{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "QueryLanguage": "JSONPath", "Type": "Succeed" } } }"#
    #expect(StateMachine.read(json: SourceText(name: "a.json", text: text)).diagnostics.map(\.code) == ["FS7116"])
  }

  @Test func `what an expression draws follows from the seed, and the next draw is another`() throws {
    let state = #""Type": "Pass", "Output": ["{% $uuid() %}", "{% $random() %}", "{% $random() %}"], "End": true"#
    let first = try outcome(state)
    #expect(try outcome(state) == first)
    let values = first.split(separator: ",")
    #expect(values.count == 3 && values[1] != values[2].dropLast())
  }
}
