import Glibc
import Synchronization

/// Whether the user has asked the process to stop.
enum Interruption {
  private static let flag = Atomic<Bool>(false)

  /// From now on the first interrupt is only noted; a second one ends the process at once.
  static func watch() {
    flag.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in
      Interruption.flag.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }

  /// Whether an interrupt was noted.
  static var isNoted: Bool { flag.load(ordering: .relaxed) }
}
