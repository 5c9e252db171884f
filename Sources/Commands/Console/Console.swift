/// Where a command writes, and what it may know of its surroundings.
struct Console: Sendable {
  /// Writes a text as it is; false where that failed.
  typealias Writer = @Sendable (String) -> Bool

  /// The standard output, for results.
  var output: Writer
  /// The standard error, for everything else.
  var error: Writer
  /// Whether the standard output is a terminal.
  var outputIsTerminal = false
  /// Whether the standard error is a terminal.
  var errorIsTerminal = false
  /// The environment's variables.
  var environment: [String: String] = [:]
  /// The command line's arguments, the program's name apart.
  var arguments: [String] = []

  /// Writes a result.
  ///
  /// - Throws: `CommandFailure` where the standard output takes no more.
  func print(_ text: String) throws(CommandFailure) {
    guard output(text) else { throw CommandFailure(.cannotWrite, "the standard output can't be written") }
  }

  /// Writes a line about the work.
  func note(_ line: String) { _ = error(line + "\n") }

  /// Whether a line that changes may be shown while work goes on.
  var showsProgress: Bool { errorIsTerminal && environment["CI"] == nil && environment["TERM"] != "dumb" }
}
