import ArgumentParser

/// Makes scenarios out of what others recorded.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Makes a scenario out of a recorded trace.", subcommands: [Azure2019Command.self])
}
