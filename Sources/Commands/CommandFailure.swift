/// Why a command ends without having done its work.
struct CommandFailure: Error, Equatable {
  /// The exit code.
  var status: ExitReason
  /// What went wrong and how to mend it; empty where it was already said.
  var message: String

  /// A failure that is explained by a message.
  init(_ status: ExitReason, _ message: String) {
    self.status = status
    self.message = message
  }

  /// A failure of which all was said.
  static func reported(_ status: ExitReason) -> CommandFailure { CommandFailure(status, "") }
}
