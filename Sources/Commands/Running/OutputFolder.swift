import Glibc

/// A folder into which results are written so that none is ever half there: each into a temporary file that is then renamed.
struct OutputFolder {
  /// The folder's path.
  let path: String

  /// A folder, made where it is not there yet, with the folders above it.
  ///
  /// - Throws: `CommandFailure` (73) where it can't be made or is no folder.
  init(making path: String) throws(CommandFailure) {
    self.path = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    var made = ""
    for part in self.path.split(separator: "/", omittingEmptySubsequences: false) {
      made += made.isEmpty && part.isEmpty ? "/" : (made.isEmpty || made.hasSuffix("/") ? "" : "/") + part
      if mkdir(made, 0o777) != 0 && errno != EEXIST && errno != EISDIR { throw Self.failure(.cannotCreate, path) }
    }
    guard access(self.path, W_OK | X_OK) == 0, Self.isFolder(self.path) else {
      if errno == 0 { errno = ENOTDIR }
      throw Self.failure(.cannotCreate, path)
    }
  }

  /// Writes files, all of them or, where one fails, none.
  ///
  /// Files of the last run that are not written again are taken away.
  ///
  /// - Parameters:
  ///   - files: names and texts, in the order in which they appear.
  ///   - stale: names of files that must not be left from an earlier run.
  /// - Throws: `CommandFailure` (74).
  func write(_ files: [(name: String, text: String)], removing stale: [String]) throws(CommandFailure) {
    var done: [String] = []
    for file in files {
      done.append(temporary(file.name))
      guard Self.write(file.text, to: temporary(file.name)) else {
        let failure = Self.failure(.cannotWrite, "\(path)/\(file.name)")
        for name in done { unlink(name) }
        throw failure
      }
    }
    for name in stale where !files.contains(where: { $0.name == name }) { unlink("\(path)/\(name)") }
    for file in files where rename(temporary(file.name), "\(path)/\(file.name)") != 0 {
      let failure = Self.failure(.cannotWrite, "\(path)/\(file.name)")
      for name in done { unlink(name) }
      throw failure
    }
  }

  /// Writes a file that must not be there yet.
  ///
  /// - Throws: `CommandFailure`: 73 where it is there or can't be made, 74 where writing fails.
  static func create(_ path: String, _ text: String) throws(CommandFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    guard descriptor >= 0 else {
      if errno == EEXIST { throw CommandFailure(.cannotCreate, "'\(path)' is already there and is left as it is; name another with -o") }
      throw failure(.cannotCreate, path)
    }
    let isWritten = Descriptor.write(text, to: descriptor)
    guard close(descriptor) == 0, isWritten else {
      unlink(path)
      throw failure(.cannotWrite, path)
    }
  }

  /// Writes a file of its own, whole or not at all, over one that is there.
  ///
  /// - Throws: `CommandFailure` (74).
  static func replace(_ path: String, _ text: String) throws(CommandFailure) {
    let slash = path.lastIndex(of: "/")
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    let temporary = "\(slash.map { path[...$0] } ?? "").\(name).\(getpid())"
    guard write(text, to: temporary), rename(temporary, path) == 0 else {
      let failure = failure(.cannotWrite, path)
      unlink(temporary)
      throw failure
    }
  }

  private func temporary(_ name: String) -> String { "\(path)/.\(name).\(getpid())" }

  private static func write(_ text: String, to path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard descriptor >= 0 else { return false }
    let isWritten = Descriptor.write(text, to: descriptor)
    return close(descriptor) == 0 && isWritten
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func failure(_ status: ExitReason, _ path: String) -> CommandFailure {
    let verb = status == .cannotCreate ? "created" : "written"
    return CommandFailure(status, "'\(path)' can't be \(verb): \(String(cString: strerror(errno)))")
  }
}
