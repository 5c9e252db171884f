import ArgumentParser

/// The command line of a study.
struct StudyLine {
  /// The arguments, first the command's name.
  var arguments: [String]

  /// A line as it was planned.
  init(_ arguments: [String]) { self.arguments = arguments }

  /// A line as a user shortens it: where it does not begin with a command, it is a sweep if it varies something, and else a run.
  init(shortened words: [String]) {
    if let word = words.first, Self.commands.contains(word) {
      arguments = words
    } else {
      let varies = words.contains { $0 == "--vary" || $0.hasPrefix("--vary=") }
      arguments = [varies ? "sweep" : "run"] + words
    }
  }

  /// The names of commands that are studies.
  static var commands: [String] {
    FleetsimCommand.configuration.subcommands.filter { $0 is any StudyCommand.Type }.compactMap { $0.configuration.commandName }
  }

  /// Whether the scenario comes on the standard input, of which no other process knows anything.
  var readsStandardInput: Bool { arguments.contains("-") }

  /// Carries a part of the study out in this process.
  ///
  /// - Throws: what the command throws; `CommandFailure` of `done` where a part has no results.
  func execute(_ further: [String], on console: Console) throws {
    let command = try FleetsimCommand.parseAsRoot(arguments + further)
    guard let command = command as? any StudyCommand else {
      throw CommandFailure(.usage, "'\(arguments.first ?? "")' is no study: \(Self.commands.joined(separator: ", "))")
    }
    do {
      try command.execute(on: console)
    } catch let failure as CommandFailure where failure == .reported(.done) {}
  }
}
