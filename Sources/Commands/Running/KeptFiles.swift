import Documents
import Synchronization

/// Files of which each is read once, however often it is asked for: the points of a study share them, the standard input too.
final class KeptFiles: FileProvider {
  private let files: any FileProvider
  private let kept = Mutex<[String: [UInt8]]>([:])

  /// Keeps what is read from other files.
  init(_ files: any FileProvider) { self.files = files }

  func bytes(at path: String, limit: Int) throws(FileFault) -> [UInt8] {
    if let bytes = kept.withLock({ $0[path] }) {
      if bytes.count > limit { throw .tooLarge(limit: limit) }
      return bytes
    }
    let bytes = try files.bytes(at: path, limit: limit)
    kept.withLock { $0[path] = bytes }
    return bytes
  }
}
