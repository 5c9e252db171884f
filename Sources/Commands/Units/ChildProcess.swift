import Glibc

/// A program that reads what it is to do from its standard input and answers line by line on its standard output.
struct ChildProcess {
  private let id: pid_t
  private let answers: Int32

  /// Starts a program, found as the shell finds it, and gives it all of its input.
  ///
  /// Its standard error is this process's.
  /// - Throws: `CommandFailure` (66) where it can't be started.
  init(_ arguments: [String], input: String) throws(CommandFailure) {
    var (questions, replies): ([Int32], [Int32]) = ([0, 0], [0, 0])
    guard pipe(&questions) == 0, pipe(&replies) == 0 else {
      throw CommandFailure(.temporaryFailure, "no pipe can be made: \(String(cString: strerror(errno)))")
    }
    // The program gets the two ends that it needs by other numbers; an end of its own input left open would keep it waiting for more.
    for end in questions + replies { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, questions[0], 0)
    posix_spawn_file_actions_adddup2(&actions, replies[1], 1)
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var id = pid_t()
    let fault = posix_spawnp(&id, arguments[0], &actions, nil, &words, environ)
    close(questions[0])
    close(replies[1])
    guard fault == 0 else {
      close(questions[1])
      close(replies[0])
      throw CommandFailure(.missingInput, "'\(arguments[0])' can't be started: \(String(cString: strerror(fault)))")
    }
    self.id = id
    answers = replies[0]
    // A program that ends without reading must not end this process; that it ended is seen by its exit code.
    let former = signal(SIGPIPE, SIG_IGN)
    _ = Descriptor.write(input, to: questions[1])
    signal(SIGPIPE, former)
    close(questions[1])
  }

  /// Hands on every line without its line break, until the program ends or is to be stopped.
  ///
  /// - Parameters:
  ///   - isStopped: asked several times a second.
  ///   - line: what is done with a line.
  /// - Returns: the program's exit code; 128 and the signal's number where a signal ended it.
  func run(until isStopped: () -> Bool, _ line: (ArraySlice<UInt8>) -> Void) -> Int32 {
    var rest: [UInt8] = []
    var isEnding = false
    while let bytes = read(patience: 200) {
      rest += bytes
      var first = 0
      while let end = rest[first...].firstIndex(of: UInt8(ascii: "\n")) {
        line(rest[first..<end])
        first = end + 1
      }
      rest.removeFirst(first)
      if !isEnding && isStopped() {
        kill(id, SIGTERM)
        isEnding = true
      }
    }
    close(answers)
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 && errno == EINTR {}
    return status & 0x7f == 0 ? status >> 8 & 0xff : 128 + (status & 0x7f)
  }

  /// What comes within so many milliseconds, maybe nothing; nil at the end.
  private func read(patience: Int32) -> [UInt8]? {
    var wait = pollfd(fd: answers, events: Int16(POLLIN), revents: 0)
    let ready = poll(&wait, 1, patience)
    if ready == 0 || ready < 0 && errno == EINTR { return [] }
    guard ready > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(answers, &bytes, bytes.count)
    if count < 0 && errno == EINTR { return [] }
    return count > 0 ? Array(bytes.prefix(count)) : nil
  }
}
