internal import Documents
internal import Platforms

extension PlatformProfile {
  /// A profile's name, or its name and constants that override it.
  static var selection: Syntax<PlatformProfile> {
    var overridden: Form {
      Form.section(
        SectionForm(
          keys: [
            KeyForm(key: "profile", form: .word(PlatformFiles.names), isRequired: true, standard: nil, doc: "the profile that is changed")
          ]
            + Fields.describe(read).keys.map { key in
              var key = key
              key.isRequired = false
              key.standard = key.standard ?? "the profile's"
              return key
            }))
    }
    return Syntax(.any(of: [.word(PlatformFiles.names), overridden]), placeholder: .blank) { node, path, reading in
      guard let nameNode = node.entries == nil ? node : node["profile"] else {
        reading.note(.missingKey("profile"), at: node, path)
        return nil
      }
      guard let name = reading.text(nameNode, path, expected: "the name of a platform") else { return nil }
      guard let text = PlatformFiles.text(name), let tree = reading.library(name, text) else {
        reading.note(.unknownProfile(name, known: PlatformFiles.names), at: nameNode, path)
        return nil
      }
      guard let whole = withElements(tree, path, reading) else { return nil }
      let merged = whole.merged(with: overrides(node), alternatives: Alternatives.contains)
      guard let complete = withRuntimes(merged, path, reading) else { return nil }
      var profile = Syntax<PlatformProfile>.section(read).read(complete, path, reading)
      profile?.name = name
      return profile
    }
  }

  /// The mapping without the profile's name.
  private static func overrides(_ node: LocatedNode) -> LocatedNode {
    LocatedNode(.mapping((node.entries ?? []).filter { $0.key != "profile" }), at: node.place)
  }

  /// The tree with the sections of the files of elements that it names; the first file that has a section holds, the tree's own above all.
  private static func withElements(_ tree: LocatedNode, _ path: Path, _ reading: Reading) -> LocatedNode? {
    var sections: [LocatedNode.Entry] = tree.entries ?? []
    for file in tree["elements"]?.elements ?? [] {
      guard let name = file.text, let text = ElementFiles.text(name), let root = reading.library(name, text) else {
        reading.note(.unknownWord(file.text ?? "", known: ElementFiles.names), at: file, .key(path, "elements"))
        return nil
      }
      sections += (root.entries ?? []).filter { entry in !sections.contains { $0.key == entry.key } }
    }
    return LocatedNode(.mapping(sections), at: tree.place)
  }

  /// The tree with the runtimes of its cold-start tables; the first table that has a runtime holds, the tree's own above all.
  private static func withRuntimes(_ tree: LocatedNode, _ path: Path, _ reading: Reading) -> LocatedNode? {
    let none = LocatedNode(.mapping([]), at: tree.place)
    var runtimes = tree["runtimes"] ?? none
    for table in tree["coldStarts"]?.elements ?? [] {
      guard let name = table.text, let text = ColdStartFiles.text(name), let file = reading.library(name, text) else {
        reading.note(.unknownWord(table.text ?? "", known: ColdStartFiles.names), at: table, .key(path, "coldStarts"))
        return nil
      }
      runtimes = (file["runtimes"] ?? none).merged(with: runtimes, alternatives: Alternatives.contains)
    }
    let addition = LocatedNode(.mapping([LocatedNode.Entry(key: "runtimes", place: runtimes.place, value: runtimes)]), at: tree.place)
    return tree.merged(with: addition) { _ in false }
  }
}

extension Reading {
  /// The tree of a file that comes with fleetsim.
  func library(_ name: String, _ text: String) -> LocatedNode? {
    let document = Document(SourceText(name: "\(name).yaml", text: text, order: 1_000_000))
    precondition(document.diagnostics.isEmpty, "the file \(name) that comes with fleetsim is no YAML: \(document.diagnostics[0].summary)")
    return document.root
  }
}

/// Keys that name alternatives of each other, so that of two mappings with one such key each the upper one holds.
enum Alternatives {
  private static let keys: Set<String> = Set(DistributionFamily.all.map(\.name)).union([
    "ramp", "steps", "spike", "diurnal", "weekly", "onOff", "timestamps", "counts", "invocations", "constant", "fullJitter",
    "equalJitter", "decorrelated",
  ])

  /// Whether a key names an alternative.
  static func contains(_ key: String) -> Bool { keys.contains(key) }
}
