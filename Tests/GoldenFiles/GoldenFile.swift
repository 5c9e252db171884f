import Foundation

/// A file that holds what a text must be, beside the tests.
///
/// With UPDATE_GOLDEN=1 in the environment it is written anew.
public struct GoldenFile {
  /// The file's path.
  public let path: String

  /// A file in the folder `Golden` beside a test.
  ///
  /// - Parameters:
  ///   - name: the file's name.
  ///   - test: the test's own path.
  public init(_ name: String, beside test: String = #filePath) {
    path = URL(fileURLWithPath: test).deletingLastPathComponent().appendingPathComponent("Golden/\(name)").path
  }

  /// A file by its path from the package's root, two folders above a test.
  public init(page: String, above test: String = #filePath) {
    path =
      URL(fileURLWithPath: test).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent(page).path
  }

  /// What the file holds now; empty where there is none.
  public var text: String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

  /// What the file holds with the part between the line of one mark and another mark replaced; nil where a mark is missing.
  public func text(between begin: String, and end: String, replacedBy part: String) -> String? {
    let text = self.text
    guard let mark = text.range(of: begin), let line = text[mark.upperBound...].firstIndex(of: "\n"), let last = text.range(of: end)
    else { return nil }
    return text[...line] + part + text[last.lowerBound...]
  }

  /// The first line in which a text differs from the file, or nil where they are equal.
  public func difference(from text: String) throws -> String? {
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return nil
    }
    let expected = self.text
    if expected == text { return nil }
    let (old, new) = (lines(expected), lines(text))
    let place = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
    func line(_ lines: [Substring]) -> String { place < lines.count ? String(lines[place]) : "(end)" }
    return "\(path):\(place + 1): is \(line(new)), was \(line(old)); UPDATE_GOLDEN=1 writes it anew"
  }

  private func lines(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
}
