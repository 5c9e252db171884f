import Documents
import Testing

@testable import StatesLanguage

/// Definitions of others, with the verdicts that their checkers are tested to give.
@Suite(.enabled(if: ReferenceFiles.isThere))
struct LintTests {
  private func mistakes(_ path: String) throws -> [Diagnostic] {
    StateMachine.read(json: try ReferenceFiles.text(path)).diagnostics.filter { $0.severity == .error }
  }

  @Test func `the fixtures of asl-validator get the verdicts of their names`() throws {
    for name in try ReferenceFiles.names(in: "lint-asl-validator") {
      let found = try mistakes("lint-asl-validator/\(name)")
      #expect(found.isEmpty == name.hasPrefix("valid-"), "\(name): \(found.map(\.summary))")
    }
  }

  @Test func `the fixtures of statelint have as many problems as they are tested to have`() throws {
    let rows = try ReferenceFiles.text("SOURCES.tsv").text.split(separator: "\n").map { $0.split(separator: "\t") }
    for row in rows where row[0].hasPrefix("lint-statelint/") {
      let found = try mistakes(String(row[0]))
      let note = row[5]
      guard note.hasPrefix("expected problems: ") else { continue }
      let count = Int(note.dropFirst("expected problems: ".count).prefix { $0.isNumber })
      #expect(found.count == count, "\(row[0]): \(found.map(\.summary))")
    }
  }

  @Test func `real workflows load`() throws {
    for name in try ReferenceFiles.names(in: "workflows") {
      let (machine, diagnostics) = StateMachine.read(json: try ReferenceFiles.text("workflows/\(name)"))
      #expect(machine != nil, "\(name): \(diagnostics.map(\.summary))")
    }
  }
}
