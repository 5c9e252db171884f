internal import Yams

/// Turns Yams' nodes into a tree of our own: bounded in depth and number, merge keys folded.
struct TreeBuilder {
  let source: SourceText
  /// Keys that stand for repeated ones, which have been reported.
  let masked: Set<String>
  /// Whether tags become keys.
  let resolvesTags: Bool
  private(set) var diagnostics: [Diagnostic] = []
  private var count = 0

  init(source: SourceText, masked: Set<String>, resolvesTags: Bool = false) {
    self.source = source
    self.masked = masked
    self.resolvesTags = resolvesTags
  }

  /// The tree under a root; nil if it is too deep or too large.
  mutating func tree(_ root: Node) -> LocatedNode? { node(root, depth: 1) }

  private func place(_ node: Node) -> Place {
    Place(source: source, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  private mutating func node(_ node: Node, depth: Int) -> LocatedNode? {
    guard resolvesTags, let key = Self.key(of: node.tag) else { return untagged(node, depth: depth) }
    return untagged(node, depth: depth + 1).map {
      LocatedNode(.mapping([LocatedNode.Entry(key: key, place: $0.place, value: $0)]), at: $0.place)
    }
  }

  /// The function that a tag is short for, such as `Fn::Sub` for `!Sub`; nil for the tags of YAML.
  ///
  /// - Source: AWS CloudFormation User Guide, "Intrinsic function reference".
  private static func key(of tag: Tag) -> String? {
    let text = tag.description
    guard text.count > 1, text.hasPrefix("!"), !text.hasPrefix("!!") else { return nil }
    let name = text.dropFirst()
    return name == "Ref" || name == "Condition" ? String(name) : "Fn::\(name)"
  }

  private mutating func untagged(_ node: Node, depth: Int) -> LocatedNode? {
    let place = place(node)
    count += 1
    if count > DocumentLimits.nodes { return refuse(.tooManyNodes, at: place) }
    if depth > DocumentLimits.depth { return refuse(.tooDeep, at: place) }
    switch node {
    case .scalar(let scalar): return LocatedNode(.scalar(scalar.string, style(scalar.style)), at: place)
    case .sequence(let sequence):
      var elements: [LocatedNode] = []
      elements.reserveCapacity(sequence.count)
      for element in sequence {
        guard let element = self.node(element, depth: depth + 1) else { return nil }
        elements.append(element)
      }
      return LocatedNode(.sequence(elements), at: place)
    case .mapping(let mapping): return self.mapping(mapping, at: place, depth: depth)
    case .alias: return refuse(.badMerge, at: place)
    }
  }

  private mutating func mapping(_ mapping: Node.Mapping, at place: Place, depth: Int) -> LocatedNode? {
    var entries: [LocatedNode.Entry] = []
    var merges: [LocatedNode] = []
    entries.reserveCapacity(mapping.count)
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        diagnostics.append(Diagnostic(.keyNotText, at: self.place(key)))
        continue
      }
      guard let value = node(value, depth: depth + 1) else { return nil }
      if masked.contains(scalar.string) { continue }
      if scalar.string == "<<", scalar.style == .plain {
        merges.append(contentsOf: value.elements ?? [value])
      } else {
        entries.append(LocatedNode.Entry(key: scalar.string, place: self.place(key), value: value))
      }
    }
    if !merges.isEmpty { fold(merges, into: &entries) }
    return LocatedNode(.mapping(entries), at: place)
  }

  /// Keys of the mapping itself hold over merged ones, earlier merges over later ones.
  private mutating func fold(_ merges: [LocatedNode], into entries: inout [LocatedNode.Entry]) {
    var keys = Set(entries.map(\.key))
    for merge in merges {
      guard let merged = merge.entries else {
        diagnostics.append(Diagnostic(.badMerge, at: merge.place))
        continue
      }
      for entry in merged where keys.insert(entry.key).inserted { entries.append(entry) }
    }
  }

  private func style(_ style: Node.Scalar.Style) -> LocatedNode.ScalarStyle {
    switch style {
    case .singleQuoted, .doubleQuoted: .quoted
    case .literal, .folded: .block
    default: .plain
    }
  }

  private mutating func refuse(_ finding: Finding, at place: Place) -> LocatedNode? {
    diagnostics.append(Diagnostic(finding, at: place))
    return nil
  }
}
