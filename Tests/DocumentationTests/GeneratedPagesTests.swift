import Foundation
import Testing

/// What pages quote is what it is quoted from.
///
/// With UPDATE_GOLDEN=1 in the environment it is written anew.
@Suite(.serialized) struct GeneratedPagesTests {
  @Test(arguments: Repository.pages)
  func `outputs that a page shows are what the command prints`(page: String) throws {
    try checkBlocks(of: page, marked: "output of: ") { line in
      let outcome = try Sandbox().run(line)
      #expect(outcome.status == 0 || outcome.status == 99, "\(page): \(line)\n\(outcome.error)")
      return outcome.output
    }
  }

  @Test(arguments: Repository.pages)
  func `files that a page shows are the files`(page: String) throws {
    try checkBlocks(of: page, marked: "file: ") { path in
      // The head of a scenario, its comment, is left out on a page.
      let lines = try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false)
      return lines.drop { $0.hasPrefix("#") || $0.isEmpty }.joined(separator: "\n")
    }
  }

  @Test func `the schema beside the scenarios is the one that fleetsim prints`() throws {
    let path = "scenarios/scenario.schema.json"
    let schema = try Sandbox().run("fleetsim schema").output
    if Repository.updates { try Repository.write(schema, to: path) }
    #expect(try Repository.text(path) == schema, "\(path) is out of step: scripts/docs writes it anew")
  }

  private func checkBlocks(of page: String, marked kind: String, _ source: (String) throws -> String) throws {
    let count = Page(try Repository.text(page)).blocks.count
    for index in 0..<count {
      let current = Page(try Repository.text(page))
      let block = current.blocks[index]
      guard let mark = block.mark, mark.hasPrefix(kind) else { continue }
      let text = try source(String(mark.dropFirst(kind.count)))
      if Repository.updates { try Repository.write(current.replacing(block, by: text), to: page) }
      #expect(Repository.updates || current.text(block) == text, "\(page): \(mark) is out of step: scripts/docs writes it anew")
    }
  }
}
