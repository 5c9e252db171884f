import Documents
import Glibc

/// A folder of files that are read.
struct InputFolder {
  private let path: String

  /// The largest file that is read, bytes: a published day of invocations has a tenth of it.
  private static let largest = 1 << 30

  /// A folder by its path.
  init(_ path: String) { self.path = path }

  /// Whether a path names a folder.
  static func isFolder(_ path: String) -> Bool {
    guard let folder = opendir(path) else { return false }
    closedir(folder)
    return true
  }

  /// The texts of the folder's CSV files, by name.
  ///
  /// - Throws: `CommandFailure`: 66 where folder or files can't be read, 65 where a file is not UTF-8.
  func tables() throws(CommandFailure) -> [SourceText] {
    var tables: [SourceText] = []
    for file in try files(ending: ".csv") { tables.append(try InputFolder.text(at: file, limit: Self.largest)) }
    return tables
  }

  /// The paths of the folder's files with an ending, by name.
  ///
  /// - Throws: `CommandFailure`: 66 where the folder can't be read.
  func files(ending: String) throws(CommandFailure) -> [String] {
    guard let folder = opendir(path) else {
      throw CommandFailure(.missingInput, "the folder '\(path)' can't be read: \(String(cString: strerror(errno)))")
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(ending) { names.append(name) }
    }
    return names.sorted().map { "\(path)/\($0)" }
  }

  /// A file's text.
  ///
  /// - Throws: `CommandFailure`: 66 where it can't be read, 65 where it is not UTF-8.
  static func text(at file: String, limit: Int) throws(CommandFailure) -> SourceText {
    guard let text = String(validating: try bytes(at: file, limit: limit), as: UTF8.self) else {
      throw CommandFailure(.invalidInput, "the file '\(file)' is not UTF-8")
    }
    return SourceText(name: file, text: text)
  }

  /// A file's bytes.
  ///
  /// - Throws: `CommandFailure`: 66 where it can't be read.
  static func bytes(at file: String, limit: Int) throws(CommandFailure) -> [UInt8] {
    do {
      return try DiskFiles().bytes(at: file, limit: limit)
    } catch {
      throw CommandFailure(.missingInput, "the file '\(file)' can't be read")
    }
  }
}
