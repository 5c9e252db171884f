internal import Documents

/// The part of a scenario's tree that decides what a run does, as a text: by it runs of one and the same fleet are known again.
///
/// What only decides how runs are read is left out: name, prices, objectives and the number of replications; so is the seed, which is
/// known beside it.
enum SimulatedText {
  private static let unread: Set<String> = ["scenario", "label", "prices", "objectives", "extends"]
  private static let unreadOfRun: Set<String> = ["replications", "seed"]

  /// The text of a scenario's tree, in one line.
  ///
  /// - Complexity: O(nodes).
  static func of(_ tree: LocatedNode) -> String {
    guard let entries = tree.entries else { return value(tree).compact }
    let members = entries.filter { !unread.contains($0.key) }.map { entry in
      let isRun = entry.key == "run"
      return JSONValue.Member(entry.key, isRun ? run(entry.value) : value(entry.value))
    }
    return JSONValue.members(members).compact
  }

  private static func run(_ node: LocatedNode) -> JSONValue {
    guard let entries = node.entries else { return value(node) }
    return .members(entries.filter { !unreadOfRun.contains($0.key) }.map { JSONValue.Member($0.key, value($0.value)) })
  }

  private static func value(_ node: LocatedNode) -> JSONValue {
    switch node.content {
    case .scalar(let text, _): .string(text)
    case .sequence(let elements): .array(elements.map(value))
    case .mapping(let entries): .members(entries.map { JSONValue.Member($0.key, value($0.value)) })
    }
  }
}
