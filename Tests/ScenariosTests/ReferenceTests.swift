import Documents
import Foundation
import Testing

@testable import Scenarios

struct ReferenceTests {
  static let exampleFiles = MemoryFiles([
    "latency.csv": "took\n12\n15\n", "uploads.csv": "app,func,end_timestamp,duration\nshop,resize,5.5,0.5\n",
    "counts.csv": "name,counts\nfn001,0*5 3 12*2\n",
    "order.asl.json": """
    { "StartAt": "Take", "States": {
      "Take": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:1:function:resize", "ResultPath": "$.taken", "Next": "Charge" },
      "Charge": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "ResultPath": "$.paid", "Next": "Ask a person" },
      "Ask a person": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Next": "Look up" },
      "Look up": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": true } } }
    """,
    "stamps.csv": "TIMESTAMP\n2023-11-16 18:15:46.6805900\n",
  ])

  @Test func `the page's example is read without an error`() throws {
    let result = Scenario.parse(ScenarioReference.example, files: Self.exampleFiles)
    #expect(result.diagnostics.map(\.rendered).joined() == "")
    #expect(try #require(result.scenario).traffic.count == 14)
  }

  @Test func `the page's example has every key`() {
    let words = Set(ScenarioReference.example.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    var missing: [String] = []
    func visit(_ form: Form) {
      switch form {
      case .section(let section):
        for key in section.keys {
          if !words.contains(key.key) { missing.append(key.key) }
          visit(key.form)
        }
      case .list(let form), .map(_, let form): visit(form)
      case .any(let forms): forms.forEach(visit)
      default: break
      }
    }
    for key in Definitions.scenario.keys where key.key != "platform" && key.key != "prices" { visit(key.form) }
    for definition in Definitions.all { visit(definition.form) }
    // `extends` needs a second file; these alternatives exclude what the example shows.
    let elsewhere: Set<String> = ["extends", "start", "constant", "fullJitter", "equalJitter", "decorrelated"]
    #expect(Set(missing).subtracting(elsewhere).sorted() == [])
  }

  @Test func `every key has a meaning`() {
    func visit(_ form: Form, _ path: String) {
      switch form {
      case .section(let section):
        for key in section.keys {
          #expect(!key.doc.isEmpty, "\(path).\(key.key)")
          visit(key.form, "\(path).\(key.key)")
        }
      case .list(let form), .map(_, let form): visit(form, path)
      case .any(let forms): forms.forEach { visit($0, path) }
      default: break
      }
    }
    visit(.section(Definitions.scenario), "")
    for definition in Definitions.all { visit(definition.form, definition.name) }
  }

  @Test func `the pages of keys and of findings are in step with the definitions`() throws {
    try expectPage("docs/scenario.md", ScenarioReference.markdown)
    try expectPage("docs/findings.md", FindingReference.markdown)
  }

  private func expectPage(_ path: String, _ text: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent(path)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(path) is out of step: run the tests with UPDATE_GOLDEN=1")
  }

  @Test func `the schema is JSON, and refers only to what it defines`() throws {
    let schema = ScenarioSchema.json
    let object = try JSONSerialization.jsonObject(with: Data(schema.pretty.utf8))
    #expect((object as? [String: Any])?["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
    let defined = Set(Definitions.all.map { "#/definitions/\($0.name)" })
    var used: Set<String> = []
    func visit(_ value: JSONValue) {
      switch value {
      case .members(let members):
        for member in members {
          if member.key == "$ref", case .string(let name) = member.value { used.insert(name) }
          visit(member.value)
        }
      case .array(let values): values.forEach(visit)
      default: break
      }
    }
    visit(schema)
    #expect(used == defined)
    #expect(schema["properties"]?["functions"]?["additionalProperties"]?["properties"]?["memory"]?["description"] != nil)
  }

  @Test func `codes are unique and in the form of codes`() {
    let codes = FindingReference.rules.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { $0.hasPrefix("FS") && $0.count == 6 && Int($0.dropFirst(2)) != nil })
  }
}
