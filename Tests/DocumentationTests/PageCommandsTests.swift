import Foundation
import Testing

/// What the pages show works.
@Suite(.serialized) struct PageCommandsTests {
  /// Commands that build, format or test the package itself: continuous integration calls them.
  private static let alone = ["scripts/run", "scripts/bootstrap"]
  private static let withAnyArguments = ["scripts/test", "scripts/format", "scripts/benchmark", "scripts/docs"]

  @Test(arguments: Repository.pages)
  func `every command that a page shows ends as the page says`(page: String) throws {
    let commands = Page(try Repository.text(page)).commands.filter(PageCommandsTests.isRun)
    if commands.isEmpty { return }
    let sandbox = try Sandbox()
    for command in commands {
      let outcome = try sandbox.run(command.line)
      #expect(outcome.status == command.status, "\(page): \(command.line)\n\(outcome.error)")
    }
  }

  @Test(arguments: Repository.pages)
  func `every link to a file leads to one`(page: String) throws {
    let folder = URL(fileURLWithPath: page).relativePath.split(separator: "/").dropLast().joined(separator: "/")
    for link in Page(try Repository.text(page)).fileLinks {
      #expect(Repository.exists(folder.isEmpty ? link : "\(folder)/\(link)"), "\(page) links to \(link)")
    }
  }

  @Test func `the README opens with the two commands`() throws {
    #expect(Page(try Repository.text("README.md")).commands.prefix(2).map(\.line) == ["scripts/run", "scripts/test"])
  }

  private static func isRun(_ command: Page.Command) -> Bool {
    if alone.contains(command.line) { return false }
    if withAnyArguments.contains(where: { command.line == $0 || command.line.hasPrefix($0 + " ") }) { return false }
    return !command.line.contains("FLEETSIM_REFERENCE_DATA") || Repository.environment["FLEETSIM_REFERENCE_DATA"] != nil
  }
}
