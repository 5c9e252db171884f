import Documents
import Testing

@testable import StatesLanguage

/// Definitions and documents that are made to break a reader: each ends with a finding or a failure.
struct HostileTests {
  private func findings(_ text: String) -> [String] {
    StateMachine.read(json: SourceText(name: "a.json", text: text)).diagnostics.map(\.code)
  }

  @Test(arguments: [100, 10_000, 200_000]) func `deeply nested definitions are refused`(depth: Int) {
    for (open, close) in [("[", "]"), (#"{"a":"#, "}")] {
      let deep = String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
      #expect(!findings(#"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": \#(deep), "End": true } } }"#).isEmpty)
    }
    let maps = String(repeating: #"{ "StartAt": "A", "States": { "A": { "Type": "Map", "ItemProcessor": "#, count: depth)
    #expect(!findings(maps).isEmpty)
  }

  @Test(arguments: [
    String(repeating: "(", count: 5_000) + "1" + String(repeating: ")", count: 5_000), String(repeating: "[", count: 100_000),
    String(repeating: "-", count: 50_000) + "1", String(repeating: "$f(", count: 20_000),
    "1" + String(repeating: "+1", count: 50_000),
  ]) func `deeply nested expressions are refused or fail`(expression: String) throws {
    let text =
      #"{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Succeed", "Output": "{% \#(expression) %}" } } }"#
    guard let machine = StateMachine.read(json: SourceText(name: "a.json", text: text)).machine else { return }
    var execution = Execution(of: machine, context: .sample)
    var effects: [Effect] = []
    execution.start(input: .null, at: 0, into: &effects)
    #expect(execution.outcome != nil)
  }

  @Test(arguments: [
    "$.a" + String(repeating: "[?(@.b", count: 5_000), "$" + String(repeating: "..a", count: 5_000),
    "States.Array(" + String(repeating: "States.Array(", count: 20_000), "$[99999999999999999999]", "$[-9223372036854775808]",
  ]) func `deep and wild paths are read to an end`(path: String) {
    let text = #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "x.$": "\#(path)" }, "End": true } } }"#
    guard let machine = StateMachine.read(json: SourceText(name: "a.json", text: text)).machine else { return }
    var execution = Execution(of: machine, context: .sample)
    var effects: [Effect] = []
    execution.start(input: json(#"{"a":[1,{"a":{"b":[1]}}]}"#), at: 0, into: &effects)
    #expect(execution.outcome != nil)
  }

  @Test(arguments: [#""Parameters": { "a.$": "$" }"#, #""QueryLanguage": "JSONata", "Output": { "a": "{% $states.input %}" }"#])
  func `documents that grow level by level end as too long`(wrap: String) throws {
    let driven = try Driven(
      #""S": { "Type": "Pass", \#(wrap), "Next": "E" }, "E": { "Type": "Choice", "Choices": [{ "Variable": "$.never", "IsPresent": true, "Next": "F" }], "Default": "S" }, "F": { "Type": "Succeed" }"#,
      start: "S", limits: .express)
    guard case .failed(let error, _)? = driven.execution.outcome else { return #expect(Bool(false), "no failure") }
    #expect(["States.DataLimitExceeded", "States.QueryEvaluationError"].contains(error ?? ""))
  }

  @Test(arguments: ["9223372036854775807", "-9223372036854775808", "1e308", "-1", "0.5", "\"x\"", "null", "[]"])
  func `numbers that no field takes are failures`(number: String) throws {
    let item =
      #""ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, "StartAt": "I", "States": { "I": { "Type": "Succeed" } } }"#
    let states = [
      #""Type": "Wait", "SecondsPath": "$.n", "End": true"#,
      #""Type": "Task", "Resource": "a:b", "TimeoutSecondsPath": "$.n", "End": true"#,
      #""Type": "Task", "Resource": "a:b", "HeartbeatSecondsPath": "$.n", "End": true"#,
      #""Type": "Map", "ItemsPath": "$.items", "ToleratedFailurePercentagePath": "$.n", \#(item), "End": true"#,
      #""Type": "Map", "ItemsPath": "$.items", "ItemBatcher": { "MaxInputBytesPerBatchPath": "$.n" }, \#(item), "End": true"#,
    ]
    for state in states {
      let driven = try Driven(#""S": { \#(state) }"#, start: "S", input: #"{"n": \#(number), "items": [1, 2]}"#)
      #expect(driven.next?.hasPrefix("failed States.Runtime") == true, "\(state): \(driven.next ?? "")")
    }
  }

  @Test(arguments: [
    "States.MathAdd(9223372036854775807, 1)", "States.MathAdd(-9223372036854775808, -1)",
    "States.ArrayRange(-9223372036854775808, 9223372036854775807, 1)", "States.ArrayRange(1, 9, 0)",
    "States.ArrayPartition(States.Array(1), 9223372036854775807)", "States.ArrayPartition(States.Array(1), -9223372036854775808)",
    "States.ArrayGetItem(States.Array(1), -9223372036854775808)", "States.MathRandom(-9223372036854775808, 9223372036854775807)",
    #"States.Base64Decode('\u0000')"#, #"States.StringToJson('[[[[')"#,
  ]) func `intrinsic functions end with whatever they are given`(call: String) throws {
    let escaped = call.replacing("\\", with: "\\\\")
    let driven = try Driven(#""S": { "Type": "Pass", "Parameters": { "x.$": "\#(escaped)" }, "End": true }"#, start: "S")
    #expect(driven.execution.outcome != nil)
  }

  @Test(arguments: [#"\ud800"#, #"\udc00"#, #"\ud800\ud800"#, #"\ud834\udd1e"#]) func `halves of characters are no crash`(text: String) {
    let machine = #"{ "StartAt": "\#(text)", "States": { "\#(text)": { "Type": "Pass", "Result": "\#(text)", "End": true } } }"#
    let found = StateMachine.read(json: SourceText(name: "a.json", text: machine))
    #expect((found.machine == nil) == found.diagnostics.hasErrors)
  }
}
