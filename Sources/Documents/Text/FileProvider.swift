#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where files are read from: the disk, or the memory of a test.
public protocol FileProvider: Sendable {
  /// The bytes of the file at a path.
  ///
  /// - Throws: `FileFault` if there is none, it can't be read, or it is larger than `limit` bytes.
  func bytes(at path: String, limit: Int) throws(FileFault) -> [UInt8]
}

/// Why a file could not be read.
public enum FileFault: Error, Equatable, Sendable {
  /// There is no such file.
  case missing
  /// It is there but can't be read; the system's words.
  case unreadable(String)
  /// It is larger than allowed, bytes.
  case tooLarge(limit: Int)
}

/// The files of the disk; `-` is the standard input.
public struct DiskFiles: FileProvider {
  /// The files of the disk.
  public init() {}

  /// The bytes of the file at a path.
  ///
  /// - Throws: `FileFault`.
  public func bytes(at path: String, limit: Int) throws(FileFault) -> [UInt8] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY)
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(String(cString: strerror(errno)))
    }
    defer { if descriptor != 0 { close(descriptor) } }
    var bytes: [UInt8] = []
    let chunk = 1 << 16
    while true {
      let used = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: chunk))
      let got = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + used, chunk) }
      guard got >= 0 else { throw .unreadable(String(cString: strerror(errno))) }
      bytes.removeLast(chunk - got)
      if got == 0 { return bytes }
      if bytes.count > limit { throw .tooLarge(limit: limit) }
    }
  }
}

/// Files that exist in memory only.
public struct MemoryFiles: FileProvider {
  /// The texts by path.
  public var texts: [String: String]

  /// Files that exist in memory only.
  public init(_ texts: [String: String] = [:]) {
    self.texts = texts
  }

  /// The bytes of the text at a path.
  ///
  /// - Throws: `FileFault`.
  public func bytes(at path: String, limit: Int) throws(FileFault) -> [UInt8] {
    guard let text = texts[path] else { throw .missing }
    guard text.utf8.count <= limit else { throw .tooLarge(limit: limit) }
    return Array(text.utf8)
  }
}
