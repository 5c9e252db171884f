import ArgumentParser

/// What the exit code of a command means.
///
/// - Source: terraform plan for 2; sysexits.h of 4.3BSD for 64 to 75; k6 for 99, of which 98 is the neighbour; shells for 130 (128 and the signal's number).
public enum ExitReason: Int32, CaseIterable, Sendable {
  /// Done; every objective that is not advisory holds.
  case done = 0
  /// A bug in fleetsim.
  case bug = 1
  /// A comparison found a difference, and the command line asked for this code.
  case differs = 2
  /// The command line is wrong.
  case usage = 64
  /// The scenario, another file that is read, or a file that it names, has mistakes.
  case invalidInput = 65
  /// A file is missing or can't be read.
  case missingInput = 66
  /// The output folder or file can't be created.
  case cannotCreate = 73
  /// Writing failed.
  case cannotWrite = 74
  /// Units of work are missing, or the engine that carries them out was lost; the same command may do later.
  case temporaryFailure = 75
  /// An objective is undecided: its value lies within the interval of what was measured; or a recording can't be replayed.
  case undecided = 98
  /// An objective failed, or an execution did not go as recorded.
  case objectiveFailed = 99
  /// Interrupted; what was complete is marked as partial.
  case interrupted = 130

  /// The parser's error that ends the process with this code.
  var exit: ExitCode { ExitCode(rawValue) }
}
