import ArgumentParser

/// A command that says what it does on a console, so that a test can listen.
protocol ConsoleCommand: ParsableCommand {
  /// Does the work.
  ///
  /// - Throws: `CommandFailure`, or an `ExitCode` where all is done but the code is not 0.
  func execute(on console: Console) throws
}

extension ConsoleCommand {
  /// Runs on the process's own console.
  func run() throws { try run(on: .process) }

  /// Runs, says why where it fails, and leaves the exit code to the parser.
  func run(on console: Console) throws {
    do {
      try execute(on: console)
    } catch let failure as CommandFailure {
      if !failure.message.isEmpty { console.note("fleetsim: error: \(failure.message)") }
      throw failure.status.exit
    }
  }
}
