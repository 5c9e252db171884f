internal import Documents

extension LocatedNode {
  /// The plain values, and those in lists, that stand behind some keys anywhere in the tree, in its order.
  ///
  /// - Complexity: O(n) in the tree.
  func texts(behind keys: Set<String>) -> [String] {
    var found: [String] = []
    func visit(_ node: LocatedNode) {
      for entry in node.entries ?? [] {
        if keys.contains(entry.key) { found += entry.value.elements?.compactMap(\.text) ?? [entry.value.text].compactMap { $0 } }
        visit(entry.value)
      }
      node.elements?.forEach(visit)
    }
    visit(self)
    return found
  }

  /// The keys behind which elements are named that something is handed to, or fetched from.
  static let referenceKeys: Set<String> = ["to", "deadLetter", "onFailure", "onSuccess", "bucket", "from"]
}
