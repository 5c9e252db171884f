import Documents
import Reports
import Synchronization

/// Files of which is remembered what was read, for the manifest.
final class RecordingFiles: FileProvider {
  private let files: any FileProvider
  private let inputs = Mutex<[Manifest.Input]>([])

  /// Remembers what is read from other files.
  init(_ files: any FileProvider) { self.files = files }

  func bytes(at path: String, limit: Int) throws(FileFault) -> [UInt8] {
    let bytes = try files.bytes(at: path, limit: limit)
    let input = Manifest.Input(path: path, sha256: SHA256.hex(bytes))
    inputs.withLock { inputs in
      if !inputs.contains(input) { inputs.append(input) }
    }
    return bytes
  }

  /// What was read, in the order in which it was read first.
  var read: [Manifest.Input] { inputs.withLock { $0 } }
}
