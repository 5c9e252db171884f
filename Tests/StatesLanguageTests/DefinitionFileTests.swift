import Documents
import Testing

@testable import StatesLanguage

/// Files with definitions: JSON, YAML, templates.
struct DefinitionFileTests {
  private func read(_ text: String, _ name: String, _ files: [String: String] = [:]) -> DefinitionFile {
    DefinitionFile(bytes: Array(text.utf8), name: name, files: MemoryFiles(files))
  }

  private func codes(_ file: DefinitionFile) -> [String] {
    file.diagnostics.map(\.code) + file.definitions.flatMap { $0.diagnostics.map(\.code) }
  }

  private static let machine = #"{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#

  @Test(arguments: [
    ("a.asl.json", machine), ("a", machine), ("a.asl", machine), ("a.yaml", machine), ("a.json", "\u{FEFF}" + machine),
    ("a.asl.yaml", "StartAt: A\nStates:\n  A:\n    Type: Succeed\n"),
  ]) func `a file is a definition in JSON or YAML`(name: String, text: String) {
    let file = read(text, name)
    #expect(codes(file).isEmpty)
    #expect(file.definitions.map { $0.machine?.stateNames } == [["A"]])
  }

  private static let template = """
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Other: { Type: AWS::SQS::Queue }
      Inline:
        Type: AWS::Serverless::StateMachine
        Properties:
          DefinitionSubstitutions: { Seconds: later }
          Definition:
            StartAt: A
            States:
              A: { Type: Task, Resource: !GetAtt Work.Arn, Next: B }
              B: { Type: Task, Resource: !Sub "arn:${AWS::Partition}:states:::lambda:invoke", Next: C }
              C: { Type: Task, Resource: !Join [ "", [ "arn:aws:lambda:", !Ref Region, ":1:function:f" ] ], Next: D }
              D: { Type: Pass, Result: "${Seconds}", Next: E }
              E: { Type: Succeed }
      Named:
        Type: AWS::Serverless::StateMachine
        Properties:
          DefinitionUri: machines/named.asl.json
          DefinitionSubstitutions: { WorkArn: !GetAtt Work.Arn }
      Text:
        Type: AWS::StepFunctions::StateMachine
        Properties:
          DefinitionString: !Sub |
            { "StartAt": "T", "States": { "T": { "Type": "Task", "Resource": "${Work.Arn}", "End": true } } }
    """

  @Test func `a template's machines are read where they stand`() {
    let named = #"{ "StartAt": "N", "States": { "N": { "Type": "Task", "Resource": "${WorkArn}", "End": true } } }"#
    let file = read(Self.template, "app/template.yaml", ["app/machines/named.asl.json": named])
    #expect(codes(file).isEmpty, "\(file.definitions.flatMap { $0.diagnostics.map(\.summary) })")
    #expect(file.definitions.map(\.resource) == ["Inline", "Named", "Text"])
    #expect(
      file.definitions[0].machine?.tasks.map(\.resource) == [
        "${Work.Arn}", "arn:${AWS::Partition}:states:::lambda:invoke", "arn:aws:lambda:${Region}:1:function:f",
      ])
    var execution = Execution(of: file.definitions[0].machine!, context: .sample)
    var effects: [Effect] = []
    execution.start(input: .null, at: 0, into: &effects)
    for _ in 0..<3 { execution.resume(effects.removeFirst().token!, with: .succeeded(.null), at: 0, into: &effects) }
    #expect(execution.outcome == .succeeded(.string("later")))
    #expect(file.definitions[2].machine?.tasks.map(\.resource) == ["${Work.Arn}"])
  }

  @Test func `what is wrong with a template is told at its place`() {
    let missing = read(Self.template, "app/template.yaml")
    #expect(codes(missing) == ["FS1001"])
    let line = missing.definitions.flatMap(\.diagnostics).first?.place.line
    #expect(line == Self.template.split(separator: "\n").firstIndex { $0.contains("DefinitionUri") }.map { $0 + 1 })
    #expect(codes(read("Resources: { Q: { Type: AWS::SQS::Queue } }", "t.yaml")) == ["FS7103"])
    #expect(codes(read("Resources: { M: { Type: AWS::Serverless::StateMachine } }", "t.yaml")) == ["FS7103"])
    let bad = #"{"Resources":{"M":{"Type":"AWS::StepFunctions::StateMachine","Properties":{"DefinitionString":"{"}}}}"#
    #expect(codes(read(bad, "t.json")) == ["FS1015"])
    #expect(codes(read("{", "a.json")) == ["FS1015"])
    #expect(codes(read("a: [", "a.yaml")) == ["FS1005"])
    #expect(codes(read("", "a.asl.json")) == ["FS1007"])
  }

  @Test func `what is no recording is told at its place`() {
    func codes(_ text: String) -> [String] { Recording.read(SourceText(name: "r.json", text: text)).diagnostics.map(\.code) }
    #expect(codes("[") == ["FS1015"])
    #expect(codes("[]") == ["FS7124"])
    #expect(codes("{}") == ["FS7124"])
    #expect(
      codes(#"[{ "id": "a", "definition": {}, "cases": [] }, 5, { "id": "a", "definition": {}, "cases": [{}] }]"#) == ["FS7124", "FS7124"])
  }
}
