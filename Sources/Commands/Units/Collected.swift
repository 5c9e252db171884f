import Synchronization

/// What a command printed.
final class Collected: Sendable {
  private let written = Mutex("")

  /// All of it.
  var text: String { written.withLock { $0 } }

  /// Takes a text; true, since nothing can fail.
  @Sendable func add(_ text: String) -> Bool {
    written.withLock { $0 += text }
    return true
  }
}
