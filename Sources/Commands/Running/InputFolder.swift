import Documents
import Glibc

/// A folder of files that are read.
struct InputFolder {
  private let path: String

  /// The largest file that is read, bytes: a published day of invocations has a tenth of it.
  private static let largest = 1 << 30

  /// A folder by its path.
  init(_ path: String) { self.path = path }

  /// The texts of the folder's CSV files, by name.
  ///
  /// - Throws: `CommandFailure`: 66 where folder or files can't be read, 65 where a file is not UTF-8.
  func tables() throws(CommandFailure) -> [SourceText] {
    guard let folder = opendir(path) else {
      throw CommandFailure(.missingInput, "the folder '\(path)' can't be read: \(String(cString: strerror(errno)))")
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".csv") { names.append(name) }
    }
    var tables: [SourceText] = []
    for name in names.sorted() { tables.append(try table("\(path)/\(name)")) }
    return tables
  }

  private func table(_ file: String) throws(CommandFailure) -> SourceText {
    let bytes: [UInt8]
    do {
      bytes = try DiskFiles().bytes(at: file, limit: Self.largest)
    } catch {
      throw CommandFailure(.missingInput, "the file '\(file)' can't be read")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(.invalidInput, "the file '\(file)' is not UTF-8")
    }
    return SourceText(name: file, text: text)
  }
}
