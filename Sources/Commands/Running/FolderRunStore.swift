import Documents
import Fleet
import Glibc
import Studies
import Synchronization

/// What came of runs, each in a file of its own that is named by the run's key, so that a study that was stopped goes on where it was.
///
/// A file is written beside its place and then renamed, so that it is there whole or not at all; one that can't be read is as good as none.
final class FolderRunStore: RunStore {
  /// The folder's name inside the folder of a study.
  static let name = "units"
  private static let ending = ".json"
  /// The largest file that is read, bytes.
  private static let largest = 1 << 30

  private struct State {
    /// Runs that were there before this process kept any.
    var found: Set<String> = []
    /// Runs that this process kept.
    var kept: Set<String> = []
  }

  /// The folder of the runs.
  let path: String
  /// The folder of the study.
  private let study: String
  private let state = Mutex(State())

  /// The runs of a study with results in a folder; nothing is made before there is a run to keep.
  init(in study: String) {
    self.study = study
    path = "\(study)/\(Self.name)"
  }

  /// How many runs were found done.
  var found: Int { state.withLock { $0.found.count } }

  func outcome(of key: String) -> RunOutcome? {
    guard let bytes = try? DiskFiles().bytes(at: file(key), limit: Self.largest), let outcome = try? OutcomeCoding.decode(bytes) else {
      return nil
    }
    state.withLock { if !$0.kept.contains(key) { $0.found.insert(key) } }
    return outcome
  }

  func keep(_ outcome: RunOutcome, as key: String) -> Bool {
    guard let bytes = try? OutcomeCoding.encode(outcome) else { return false }
    return keep(bytes, as: key)
  }

  /// Keeps what came of a run as the bytes that another process made of it; false where that failed.
  func keep(_ bytes: [UInt8], as key: String) -> Bool {
    state.withLock { _ = $0.kept.insert(key) }
    let temporary = "\(file(key)).tmp.\(getpid())"
    mkdir(path, 0o777)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard descriptor >= 0 else { return false }
    let isWritten = Descriptor.write(bytes, to: descriptor)
    guard close(descriptor) == 0, isWritten, rename(temporary, file(key)) == 0 else {
      unlink(temporary)
      return false
    }
    return true
  }

  /// Takes the runs away once the results are written; runs of a plan stay, others may want them.
  func clear() {
    if access("\(study)/\(UnitsFile.name)", F_OK) == 0 { return }
    guard let folder = opendir(path) else { return }
    var files: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if Self.isOurs(name) { files.append(name) }
    }
    closedir(folder)
    for name in files { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  private func file(_ key: String) -> String { "\(path)/\(key)\(Self.ending)" }

  /// Whether a file's name is a key and an ending, or what was to become one.
  private static func isOurs(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count >= 2 && RunKey.isOne(parts[0]) && parts[1] == "json" && (parts.count == 2 || parts[2] == "tmp")
  }
}

/// By what runs and units of work are known: hashes in hexadecimal.
enum RunKey {
  /// Digits of a key.
  static let length = 64

  /// Whether a text is a key.
  static func isOne(_ text: some StringProtocol) -> Bool {
    text.utf8.count == length && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}
