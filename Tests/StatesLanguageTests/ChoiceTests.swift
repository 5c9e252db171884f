import Documents
import Testing

@testable import StatesLanguage

struct ChoiceTests {
  @Test(.enabled(if: ReferenceFiles.isThere)) func `every row of the operators' truth table holds`() throws {
    let root = try #require(JSONReader.read(try ReferenceFiles.text("conformance/choice_operator_truth_table.json")).root)
    let rows = try #require(root["rows"]?.elements)
    for row in rows.map({ JSONValue($0) }) {
      guard case .string(let name)? = row["operator"], let variable = row["variable"], let value = row["value"] else { continue }
      let operand: JSONValue = name.hasSuffix("Path") ? .string("$.Value") : value
      let rule = JSONValue.object([("Variable", .string("$.Variable")), (name, operand), ("Next", .string("Yes"))])
      let definition = JSONValue.object([
        ("StartAt", .string("Choice")),
        (
          "States",
          .object([
            ("Choice", .object([("Type", .string("Choice")), ("Choices", .array([rule])), ("Default", .string("No"))])),
            ("Yes", .object([("Type", .string("Pass")), ("Result", .bool(true)), ("End", .bool(true))])),
            ("No", .object([("Type", .string("Pass")), ("Result", .bool(false)), ("End", .bool(true))])),
          ])
        ),
      ])
      let (machine, diagnostics) = StateMachine.read(json: SourceText(name: name, text: definition.compact))
      guard let machine else {
        Issue.record("\(row.compact): \(diagnostics.map(\.summary))")
        continue
      }
      var execution = Execution(of: machine, context: .sample)
      var effects: [Effect] = []
      execution.start(input: .object([("Variable", variable), ("Value", value)]), at: 0, into: &effects)
      #expect(execution.outcome == .succeeded(row["result"] ?? .null), "\(row.compact)")
    }
    #expect(rows.count == 246)
  }
}

extension ExecutionContext {
  /// An execution `run` of a machine `machine`.
  static let sample = ExecutionContext(
    id: "arn:aws:states:eu-west-1:123456789012:execution:machine:run", name: "run", role: "role",
    machineID: "arn:aws:states:eu-west-1:123456789012:stateMachine:machine", machineName: "machine")
}
