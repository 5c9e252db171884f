internal import Glibc

/// CPU time that this process has used.
enum CPUTime {
  /// User and system time so far, in nanoseconds.
  static var now: Int64 {
    var time = timespec()
    let failure = clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    precondition(failure == 0, "the clock of the process's CPU time failed with \(failure)")
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// What a piece of work takes.
  ///
  /// - Returns: the CPU time in nanoseconds, and what the work returns.
  static func measure<Result>(_ work: () -> Result) -> (nanoseconds: Int64, result: Result) {
    let start = now
    let result = work()
    return (now - start, result)
  }
}
