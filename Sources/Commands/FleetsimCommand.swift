public import ArgumentParser

/// The command `fleetsim`.
public struct FleetsimCommand: ParsableCommand {
  /// Names, help and the commands below it.
  public static let configuration = CommandConfiguration(
    commandName: "fleetsim",
    abstract: "Simulates fleets of serverless functions: latency, concurrency, losses and cost before they are deployed.",
    discussion: """
      A scenario file says which functions there are, what flows into them and on which platform. Start with `fleetsim init`, look it \
      over with `fleetsim check`, then `fleetsim run`.
      """,
    version: Version.text,
    subcommands: [
      RunCommand.self, CompareCommand.self, SweepCommand.self, SolveCommand.self, SensitivityCommand.self, TestCommand.self,
      PlanCommand.self, WorkCommand.self, MergeCommand.self, CheckCommand.self, WorkflowCommand.self, InitCommand.self,
      SchemaCommand.self, ImportCommand.self, ExplainCommand.self, CompletionCommand.self,
    ])

  /// The command without arguments, which shows its help.
  public init() {}
}
