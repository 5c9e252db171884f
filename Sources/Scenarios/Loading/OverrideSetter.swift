internal import Documents

/// Sets one value in a tree by a path; keys that a section does not have yet are added, names are not.
struct OverrideSetter {
  let value: LocatedNode
  private(set) var diagnostics: [Diagnostic] = []

  init(value: LocatedNode) {
    self.value = value
  }

  /// The tree with the value at the path.
  mutating func set(_ node: LocatedNode, _ parts: ArraySlice<OverrideText.Part>, isTop: Bool = false) -> LocatedNode {
    guard let part = parts.first else { return value }
    let rest = parts.dropFirst()
    switch part.kind {
    case .key(let key): return setKey(key, part, node, rest, isTop: isTop)
    case .index(let index):
      guard var elements = node.elements, index < elements.count else {
        note(.overrideIndex(part.path, count: node.elements?.count), part)
        return node
      }
      elements[index] = set(elements[index], rest)
      return LocatedNode(.sequence(elements), at: node.place)
    case .all:
      if let elements = node.elements, !elements.isEmpty {
        return LocatedNode(.sequence(elements.map { set($0, rest) }), at: node.place)
      }
      if let entries = node.entries, !entries.isEmpty {
        let changed = entries.map { LocatedNode.Entry(key: $0.key, place: $0.place, value: set($0.value, rest)) }
        return LocatedNode(.mapping(changed), at: node.place)
      }
      note(.overrideNothing(part.path), part)
      return node
    }
  }

  /// Sections whose keys are names: an override changes what is there, and adds nothing.
  private static let named: Set<String> = [
    "doors", "functions", "containers", "queues", "streams", "topics", "buses", "buckets", "schedules", "services", "traffic",
  ]

  private mutating func setKey(
    _ key: String, _ part: OverrideText.Part, _ node: LocatedNode, _ rest: ArraySlice<OverrideText.Part>, isTop: Bool
  ) -> LocatedNode {
    var node = node
    if let text = node.text, let opened = opened(text, node, part) { node = opened }
    guard var entries = node.entries else {
      note(.overrideInside(part.path, node), part)
      return node
    }
    if let index = entries.firstIndex(where: { $0.key == key }) {
      let old = entries[index]
      let isSelection = isTop && (key == "platform" || key == "prices")
      var inner = old.value
      if isSelection, !rest.isEmpty, inner.text != nil {
        let name = LocatedNode.Entry(key: key == "platform" ? "profile" : "book", place: inner.place, value: inner)
        inner = LocatedNode(.mapping([name]), at: inner.place)
      }
      let new = isTop && OverrideSetter.named.contains(key) ? setNamed(inner, rest) : set(inner, rest)
      entries[index] = LocatedNode.Entry(key: key, place: rest.isEmpty ? part.place : old.place, value: new)
    } else {
      if isTop, OverrideSetter.named.contains(key), !rest.isEmpty {
        note(.overrideName(key, known: entries.map(\.key)), part)
        return node
      }
      if let next = rest.first, next.kind == .all || isIndex(next.kind) {
        note(.overrideNothing(next.path), next)
        return node
      }
      let empty = LocatedNode(.mapping([]), at: part.place)
      entries.append(LocatedNode.Entry(key: key, place: part.place, value: set(empty, rest)))
    }
    return LocatedNode(.mapping(entries), at: node.place)
  }

  private mutating func setNamed(_ node: LocatedNode, _ rest: ArraySlice<OverrideText.Part>) -> LocatedNode {
    if let part = rest.first, case .key(let name) = part.kind, let entries = node.entries, !entries.contains(where: { $0.key == name }) {
      note(.overrideName(name, known: entries.map(\.key)), part)
      return node
    }
    return set(node, rest)
  }

  /// A plain value that stands for a mapping, where it is known how.
  private func opened(_ text: String, _ node: LocatedNode, _ part: OverrideText.Part) -> LocatedNode? {
    node.isNull ? LocatedNode(.mapping([]), at: node.place) : nil
  }

  private func isIndex(_ kind: OverrideText.Part.Kind) -> Bool {
    if case .index = kind { return true }
    return false
  }

  private mutating func note(_ finding: Finding, _ part: OverrideText.Part) {
    diagnostics.append(Diagnostic(finding, at: part.place, length: part.length, path: part.path))
  }
}
