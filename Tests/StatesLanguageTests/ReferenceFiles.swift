import Documents
import Foundation

/// The folder of reference data, where there is one.
enum ReferenceFiles {
  /// `asl` in the folder that `FLEETSIM_REFERENCE_DATA` names.
  static let folder: URL? = ProcessInfo.processInfo.environment["FLEETSIM_REFERENCE_DATA"].map {
    URL(fileURLWithPath: $0).appendingPathComponent("asl")
  }

  /// Whether there is one.
  static var isThere: Bool { folder != nil }

  /// A file's text.
  static func text(_ path: String) throws -> SourceText {
    SourceText(name: path, text: try String(contentsOf: folder!.appendingPathComponent(path), encoding: .utf8))
  }

  /// The names of the JSON files in a folder, sorted.
  static func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder!.appendingPathComponent(path).path).filter { $0.hasSuffix(".json") }.sorted()
  }
}
