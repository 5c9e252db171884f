import ArgumentParser

/// Prints a shell's completions.
struct CompletionCommand: ConsoleCommand {
  /// A shell.
  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish

    var parsers: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "completion", abstract: "Prints the completions for a shell: source them, or put them where the shell looks for such.")

  @Argument(help: "The shell.")
  var shell: Shell

  func execute(on console: Console) throws {
    try console.print(FleetsimCommand.completionScript(for: shell.parsers) + "\n")
  }
}
