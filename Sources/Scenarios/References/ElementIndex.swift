internal import Documents

/// The names of a scenario's elements, so that a section can tell what another one declares, whichever is read first.
struct ElementIndex {
  private var kinds: [String: ElementKind] = [:]
  private var names: [(name: String, kind: ElementKind)] = []

  /// No names.
  init() {}

  /// The names in a scenario's tree; of a name that is given twice the first section holds.
  ///
  /// - Complexity: O(n) in the elements.
  init(root: LocatedNode) {
    for kind in ElementKind.allCases {
      for entry in root[kind.section]?.entries ?? [] {
        names.append((entry.key, kind))
        if kinds[entry.key] == nil { kinds[entry.key] = kind }
      }
    }
  }

  /// What a name stands for; nil if for nothing.
  func kind(of name: String) -> ElementKind? { kinds[name] }

  /// The names of elements of some kinds, by section and in the order of the file.
  func names(of kinds: [ElementKind]) -> [String] {
    names.filter { kinds.contains($0.kind) }.map(\.name)
  }

  /// What is wrong with a name that must stand for one of some kinds; nil if nothing is.
  func fault(of name: String, among fits: [ElementKind]) -> Finding? {
    guard let kind = kinds[name] else {
      let present = fits.filter { kind in names.contains { $0.kind == kind } }
      return .unknownElement(name, among: present.isEmpty ? fits : present, known: names(of: fits))
    }
    return fits.contains(kind) ? nil : .unfitElement(name, kind, among: fits)
  }
}
