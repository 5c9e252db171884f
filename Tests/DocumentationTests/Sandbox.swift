import Foundation

/// A copy of what the pages' commands need, in a folder of its own, so that they may write where they like.
final class Sandbox {
  /// What came of a command.
  struct Outcome {
    var status: Int32
    var output: String
    var error: String
  }

  /// The copy's root.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("fleetsim-pages-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["Package.swift", ".swift-format", "README.md", "Sources", "Tests", "docs", "results", "scenarios", "scripts"]
    where Repository.exists(name) {
      try FileManager.default.copyItem(at: Repository.root.appendingPathComponent(name), to: folder.appendingPathComponent(name))
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Runs a line of shell in the copy; `fleetsim` is the built program, for the scripts as well.
  func run(_ line: String) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    var environment = Repository.environment
    environment["FLEETSIM_BINARY"] = Repository.binary.path
    environment["PATH"] = "\(Repository.binary.deletingLastPathComponent().path):\(environment["PATH"] ?? "/usr/bin:/bin")"
    environment["NO_COLOR"] = "1"
    environment["UPDATE_GOLDEN"] = nil
    process.environment = environment
    let (output, error) = (try file("stdout"), try file("stderr"))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output.handle
    process.standardError = error.handle
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOf: output.url, encoding: .utf8),
      error: try String(contentsOf: error.url, encoding: .utf8))
  }

  private func file(_ name: String) throws -> (url: URL, handle: FileHandle) {
    let url = folder.appendingPathComponent(".\(name)")
    try Data().write(to: url)
    return (url, try FileHandle(forWritingTo: url))
  }
}
