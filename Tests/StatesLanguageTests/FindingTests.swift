import Documents
import Foundation
import Testing

@testable import StatesLanguage

/// A mistake of every kind, with the mark where it must be found.
struct FindingTests {
  private static let end = #""S": { "Type": "Succeed" }"#

  private static func machine(_ states: String, start: String = "A") -> String { #"{ "StartAt": "\#(start)", "States": { \#(states) } }"# }
  private static func pass(_ fields: String) -> String { machine(#""A": { "Type": "Pass", \#(fields), "Next": "S" }, \#(end)"#) }
  private static func task(_ fields: String) -> String {
    machine(#""A": { "Type": "Task", "Resource": "a:b", \#(fields), "Next": "S" }, \#(end)"#)
  }
  private static func choice(_ rule: String) -> String {
    machine(#""A": { "Type": "Choice", "Choices": [\#(rule)], "Default": "S" }, \#(end)"#)
  }

  /// A Parallel with one branch of one state.
  private static func parallel(_ fields: String, _ state: String) -> String {
    #"{ "StartAt": "A", "States": { "A": { "Type": "Parallel", \#(fields) "Branches": [{ "StartAt": "S", "States": { \#(state) } }], "#
      + #""Next": "S2" }, "S2": { "Type": "Succeed" } } }"#
  }

  private static let mistakes: [(code: String, text: String)] = [
    ("FS7101", "1️⃣[]"), ("FS7101", task(#""TimeoutSeconds": 1️⃣"5""#)), ("FS7102", pass(#"1️⃣"Resource": "x""#)),
    ("FS7102", choice(#"{ "Variable": "$.a", 1️⃣"StringIs": "x", "Next": "S" }"#)), ("FS7103", machine(#""A": 1️⃣{ "Type": "Pass" }"#)),
    ("FS7104", task(#""TimeoutSeconds": 5, 1️⃣"TimeoutSecondsPath": "$.x""#)),
    ("FS7104", machine(#""A": { "Type": "Pass", "End": true, 1️⃣"Next": "S" }, "S": { "Type": "Pass", "Next": "A" }"#)),
    ("FS7105", machine(#""A": { "Type": "Pass", "Next": 1️⃣"Z" }, 2️⃣\#(end)"#)),
    ("FS7106", machine(#""A": { "Type": "Pass", "Next": "" }, 1️⃣"": { "Type": "Succeed" }"#)),
    ("FS7106", parallel("", #"1️⃣"A": { "Type": "Pass", "End": true }, "S": { "Type": "Pass", "Next": "A" }"#)),
    ("FS7107", machine(#""A": { "Type": "Pass", "End": true }, 1️⃣"B": { "Type": "Pass", "End": true }"#)),
    ("FS7108", machine(#"1️⃣"A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Pass", "Next": "A" }"#)),
    ("FS7109", pass(#""InputPath": 1️⃣"a.b""#)),
    ("FS7109", pass(#""ResultPath": 1️⃣"$.a[*]""#)), ("FS7110", pass(#""Parameters": { "a.$": 1️⃣"States.Foo()" }"#)),
    ("FS7111", pass(#""Parameters": { "a": 1, 1️⃣"a.$": "$.b" }"#)), ("FS7111", pass(#""Parameters": { "a.$": 1️⃣5 }"#)),
    ("FS7112", task(#""Retry": [{ "ErrorEquals": ["E"], "BackoffRate": 1️⃣0.5 }]"#)),
    ("FS7112", task(#""TimeoutSeconds": 5, "HeartbeatSeconds": 1️⃣5"#)),
    ("FS7113", task(#""Retry": [{ "ErrorEquals": ["E"], "JitterStrategy": 1️⃣"SOME" }]"#)),
    ("FS7114", task(#""Retry": [{ "ErrorEquals": 1️⃣["States.ALL", "E"] }]"#)),
    ("FS7114", task(#""Catch": [{ "ErrorEquals": 1️⃣["States.ALL"], "Next": "S" }, { "ErrorEquals": ["E"], "Next": "S" }]"#)),
    ("FS7115", pass(#""Assign": { 1️⃣"states": 1 }"#)),
    (
      "FS7115",
      parallel(#""Assign": { "x": 1 },"#, #""S": { "Type": "Pass", "Assign": { 1️⃣"x": 1 }, "End": true }"#)
    ),
    ("FS7116", pass(#"1️⃣"Output": 1"#)), ("FS7116", pass(#""QueryLanguage": "JSONata", 1️⃣"InputPath": "$""#)),
    ("FS7117", pass(#""QueryLanguage": "JSONata", "Output": { "a": [1️⃣"{% 1 %"] }"#)),
    ("FS7118", machine(#""A": { "Type": "Task", "Resource": 1️⃣"arn:aws:lambda:eu-west-1:123456789012:function:f:", "End": true }"#)),
    ("FS7119", choice(#"1️⃣{ "Variable": "$.a", "IsNull": true, "IsPresent": true, "Next": "S" }"#)),
    ("FS7119", choice(#"{ "Variable": "$.a", "StringMatches": 1️⃣"a\\b", "Next": "S" }"#)), ("FS7120", pass(#""InputPath": 1️⃣"$never""#)),
    ("FS7121", machine(#""A": { "Type": "Wait", "Timestamp": 1️⃣"tomorrow", "Next": "S" }, \#(end)"#)),
    ("FS7123", pass(#""QueryLanguage": "JSONata", "Output": { "a": [1️⃣"{% 420. %}"] }"#)),
    ("FS7123", pass(#""QueryLanguage": "JSONata", "Output": 1️⃣"{% $.a %}""#)),
    ("FS7122", pass(#""Assign": { 1️⃣"a-b": 1 }"#)),
  ]

  @Test(arguments: mistakes.indices) func `each mistake is found at its place`(index: Int) throws {
    let (code, marked) = FindingTests.mistakes[index]
    let parts = marked.components(separatedBy: "1️⃣")
    let text = parts.joined().replacing("2️⃣", with: "")
    let (machine, diagnostics) = StateMachine.read(json: SourceText(name: "a.json", text: text))
    let found = diagnostics.first { $0.code == code }
    #expect(found?.place.column == parts[0].unicodeScalars.count + 1, "\(diagnostics.map(\.summary))")
    #expect((machine == nil) == diagnostics.hasErrors)
  }

  @Test func `every rule has a mistake, and its code once`() {
    // Files of recordings have a test of their own.
    #expect(Set(FindingTests.mistakes.map(\.code) + ["FS7124"]) == Set(Rule.statesLanguage.map(\.code)))
    #expect(Set(Rule.statesLanguage.map(\.code)).count == Rule.statesLanguage.count)
  }

  @Test func `all mistakes are reported at once, with what was meant`() {
    let text = FindingTests.machine(
      #""A": { "Type": "Pass", "Nxt": "S", "ResultPath": 5, "End": true }, "B": { "Type": "Wat" }"#)
    let found = StateMachine.read(json: SourceText(name: "a.json", text: text)).diagnostics
    #expect(Set(found.map(\.code)) == ["FS7102", "FS7101", "FS7113", "FS7107"])
    #expect(found.contains { $0.message == "'Nxt' is no field of a state of type Pass; did you mean 'Next'?" })
  }

  @Test func `a definition in YAML is the same machine`() throws {
    let text = """
      StartAt: A
      States:
        A:
          Type: Wait
          Seconds: 3
          Next: B
        B: { Type: Pass, Result: { yes: "true", number: 1.5 }, End: true }
      """
    let machine = try #require(StateMachine.read(yaml: SourceText(name: "a.yaml", text: text)).machine)
    var execution = Execution(of: machine, context: .sample)
    var effects: [Effect] = []
    execution.start(input: .null, at: 0, into: &effects)
    execution.resume(try #require(effects.first?.token), with: .elapsed, at: 0, into: &effects)
    #expect(execution.outcome == .succeeded(json(#"{"yes":"true","number":1.5}"#)))
  }
}
