import Foundation
import Synchronization

@testable import Commands

/// A console that keeps what was written to it.
final class Listener: Sendable {
  private let written = Mutex<(output: String, error: String)>(("", ""))

  /// What was written to the standard output.
  var output: String { written.withLock { $0.output } }
  /// What was written to the standard error.
  var error: String { written.withLock { $0.error } }

  /// The console that it listens to.
  var console: Console {
    Console(
      output: { text in
        self.written.withLock { $0.output += text }
        return true
      },
      error: { text in
        self.written.withLock { $0.error += text }
        return true
      })
  }
}

/// Runs a test's body with an empty folder that is there for its time only.
func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fleetsim-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}

/// The names of what is in a folder, hidden files too.
func names(in folder: String) throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
