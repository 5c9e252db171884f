import Foundation

/// The built program.
enum Binary {
  /// What came of running it.
  struct Outcome {
    var status: Int32
    var output: String
    var error: String
  }

  /// Its path: beside the tests' own executable.
  static var path: String {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("fleetsim").path
  }

  /// Runs it.
  static func run(_ arguments: String..., input: String = "", folder: String? = nil) throws -> Outcome {
    try run(path, arguments, input: input, folder: folder)
  }

  /// Runs it.
  static func run(_ arguments: [String]) throws -> Outcome { try run(path, arguments, input: "", folder: nil) }

  /// Runs a line of shell.
  static func shell(_ line: String) throws -> Outcome { try run("/bin/sh", ["-c", line], input: "", folder: nil) }

  /// Runs it on an input and interrupts it after a while, in seconds.
  static func interrupted(after delay: Double, _ arguments: String..., input: String) throws -> Outcome {
    try run(path, arguments, input: input, folder: nil) { process in
      Thread.sleep(forTimeInterval: delay)
      process.interrupt()
      let end = Date(timeIntervalSinceNow: 20)
      while process.isRunning, Date() < end { Thread.sleep(forTimeInterval: 0.05) }
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }
  }

  /// Runs it and sends it a signal as soon as something is so.
  static func stopped(by signal: Int32, when isTime: () -> Bool, _ arguments: [String]) throws -> Outcome {
    try run(path, arguments, input: "", folder: nil) { process in
      let end = Date(timeIntervalSinceNow: 60)
      while process.isRunning, !isTime(), Date() < end { Thread.sleep(forTimeInterval: 0.002) }
      kill(process.processIdentifier, signal)
    }
  }

  private static func run(_ program: String, _ arguments: [String], input: String, folder: String?, meanwhile: (Process) -> Void = { _ in })
    throws -> Outcome
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    let (output, error, stdin) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = error
    process.standardInput = stdin
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    meanwhile(process)
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let errors = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Outcome(status: process.terminationStatus, output: text, error: errors)
  }
}
