internal import Documents
internal import Variates

extension InitialItems {
  /// A number of items, or a number and what they are.
  static var syntax: Syntax<InitialItems> {
    let section = Syntax<InitialItems>.section { f in
      let count = f.required("count", .count(), "how many")
      let size = f.optional("size", .sizes, default: .constant(0), shown: "0 B", "the size of each")
      let kinds = f.optional("kinds", TrafficSpec.kinds, default: [], shown: "none", "their kinds with their shares: { card: 100% }")
      return InitialItems(count: count, size: size, kinds: kinds, key: f.given("key", KeySpec.syntax, shown: "none", "their keys"))
    }
    return .either(Syntax<Int>.count().map { InitialItems(count: $0) }, or: section) { $0.entries != nil }
  }
}
