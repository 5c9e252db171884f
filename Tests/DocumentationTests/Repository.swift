import Foundation

/// The files of the package, and the program built from them.
enum Repository {
  /// The package's root: two folders above this one.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The program: the one that FLEETSIM_BINARY names, or the one beside the tests' own executable.
  static var binary: URL {
    if let path = environment["FLEETSIM_BINARY"] { return URL(fileURLWithPath: path) }
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("fleetsim")
  }

  static var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// Whether what is generated is to be written anew.
  static var updates: Bool { environment["UPDATE_GOLDEN"] == "1" }

  /// The pages: paths from the root, in order.
  static let pages: [String] = {
    let top = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "scenarios/README.md"]
    let ofScenarios = names(in: "scenarios").map { "scenarios/\($0)/README.md" }
    let docs = names(in: "docs").filter { $0.hasSuffix(".md") }.map { "docs/\($0)" }
    return (top + ofScenarios + docs).filter { exists($0) }
  }()

  /// The scenarios: paths from the root, in order.
  ///
  /// Each lies in `scenarios/` itself or in a folder of its own name or among the benchmarks.
  static let scenarios: [String] = {
    var found: [String] = []
    for name in names(in: "scenarios") {
      if name.hasSuffix(".yaml"), !name.hasSuffix(".test.yaml") { found.append("scenarios/\(name)") }
      for inner in names(in: "scenarios/\(name)") where inner.hasSuffix(".yaml") && (inner == "\(name).yaml" || name == "benchmarks") {
        found.append("scenarios/\(name)/\(inner)")
      }
    }
    return found
  }()

  /// The files of cases about the scenarios: paths from the root, in order.
  static let tests = names(in: "scenarios").filter { $0.hasSuffix(".test.yaml") }.map { "scenarios/\($0)" }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path) }

  static func text(_ path: String) throws -> String { try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8) }

  static func write(_ text: String, to path: String) throws {
    try text.write(to: root.appendingPathComponent(path), atomically: true, encoding: .utf8)
  }

  /// The names in a folder, in order; none where it is not a folder.
  static func names(in folder: String) -> [String] { names(at: root.appendingPathComponent(folder)) }

  static func names(at folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }
}
