import ArgumentParser
import GoldenFiles
import Testing

@testable import Commands

@Suite struct HelpTests {
  static let commands: [(name: String, command: any ParsableCommand.Type)] = [
    ("fleetsim", FleetsimCommand.self), ("run", RunCommand.self), ("compare", CompareCommand.self), ("sweep", SweepCommand.self),
    ("solve", SolveCommand.self), ("test", TestCommand.self),
    ("sensitivity", SensitivityCommand.self),
    ("plan", PlanCommand.self), ("work", WorkCommand.self), ("merge", MergeCommand.self),
    ("check", CheckCommand.self), ("workflow", WorkflowCommand.self), ("workflow-check", WorkflowCheckCommand.self),
    ("workflow-replay", WorkflowReplayCommand.self), ("init", InitCommand.self),
    ("schema", SchemaCommand.self), ("import", ImportCommand.self), ("import-azure2019", Azure2019Command.self),
    ("explain", ExplainCommand.self),
    ("completion", CompletionCommand.self),
  ]

  @Test(arguments: commands.map(\.name))
  func `a command's help is what it was`(name: String) throws {
    let command = try #require(Self.commands.first { $0.name == name }).command
    let help = FleetsimCommand.helpMessage(for: command, columns: 100)
    #expect(try GoldenFile("help-\(name).txt").difference(from: help) == nil)
  }

  @Test func `every command's help is looked at`() {
    let below = FleetsimCommand.configuration.subcommands
    #expect(below.count + below.reduce(0) { $0 + $1.configuration.subcommands.count } == Self.commands.count - 1)
  }
}
