import ArgumentParser

/// Looks at state machines by themselves, without a fleet around them.
struct WorkflowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workflow", abstract: "Looks definitions of state machines over, and runs recorded executions again.",
    subcommands: [WorkflowCheckCommand.self, WorkflowReplayCommand.self])
}
