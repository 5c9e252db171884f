import Platforms
import Prices
import Testing
import Yams

/// A profile, table or price book as a tree, for tests that look at all of them.
struct DataFile: CustomTestStringConvertible {
  let testDescription: String
  let root: Node

  init(_ name: String, _ text: String?) throws {
    testDescription = name
    let text = try #require(text)
    root = try #require(try Yams.compose(yaml: text))
  }

  static func profiles() throws -> [DataFile] {
    try PlatformFiles.names.map { try DataFile($0, PlatformFiles.text($0)) }
  }

  static func elements() throws -> [DataFile] {
    try ElementFiles.names.map { try DataFile($0, ElementFiles.text($0)) }
  }

  static func tables() throws -> [DataFile] {
    try ColdStartFiles.names.map { try DataFile($0, ColdStartFiles.text($0)) }
  }

  static func books() throws -> [DataFile] {
    try PriceFiles.names.map { try DataFile($0, PriceFiles.text($0)) }
  }

  static func all() throws -> [DataFile] {
    try profiles() + elements() + tables() + books()
  }
}

extension DataFile {
  /// Every value that is a scalar or a list, with its dotted path, but for references, sources and what names the file.
  var values: [(path: String, text: String)] {
    var found: [(String, String)] = []
    let names: Set = ["profile", "book", "coldStarts", "elements", "label", "asOf", "prices", "currency", "references", "sources"]
    for (key, value) in root.mapping ?? [:] where !names.contains(key.string ?? "") || value.sequence?.isEmpty == false {
      collect(value, key.string ?? "", &found)
    }
    return found
  }

  private func collect(_ node: Node, _ path: String, _ found: inout [(String, String)]) {
    guard let mapping = node.mapping else {
      found.append((path, node.string ?? ""))
      return
    }
    for (key, value) in mapping where key.string != "sources" { collect(value, "\(path).\(key.string ?? "")", &found) }
  }

  /// Every entry of every `sources` mapping, with the dotted path of what it is the source of.
  var sources: [(path: String, text: String)] {
    var found: [(String, String)] = []
    collectSources(root, "", &found)
    return found
  }

  private func collectSources(_ node: Node, _ path: String, _ found: inout [(String, String)]) {
    for (key, value) in node.mapping ?? [:] {
      let here = path + (key.string ?? "")
      guard key.string == "sources" else {
        collectSources(value, "\(here).", &found)
        continue
      }
      for (of, text) in value.mapping ?? [:] { found.append((path + (of.string ?? ""), text.string ?? "")) }
    }
  }

  /// The names that `text` refers to: the words before the first comma or `(unverified)` of each part that is a reference here.
  func references(in text: String) -> [String] {
    let known = Set((root["references"]?.mapping ?? [:]).compactMap { $0.key.string })
    return text.split(separator: "; ").compactMap { part in
      part.split(whereSeparator: { $0 == "," || $0 == " " }).first.map(String.init)
    }.filter(known.contains)
  }
}
