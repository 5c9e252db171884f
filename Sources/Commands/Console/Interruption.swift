import Glibc
import Synchronization

/// Whether the user has asked the process to stop.
enum Interruption {
  private static let flag = Atomic<Bool>(false)

  /// Heeds interrupts, even where the parent had blocked them.
  ///
  /// From now on the first interrupt is only noted; a second one ends the process at once.
  static func watch() {
    flag.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in
      Interruption.flag.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
    var interrupts = sigset_t()
    sigemptyset(&interrupts)
    sigaddset(&interrupts, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &interrupts, nil)
  }

  /// Whether an interrupt was noted.
  static var isNoted: Bool { flag.load(ordering: .relaxed) }
}
