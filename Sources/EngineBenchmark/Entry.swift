internal import ArgumentParser

/// Measures the engine by itself, without a fleet; `scripts/benchmark` runs it.
@main
struct Entry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "EngineBenchmark", abstract: "Measures the engine without a fleet and prints CSV.",
    subcommands: [HoldCommand.self, QueueCommand.self])
}
