internal import Billing

/// A place among the paths of the items of price books: an item, or what the paths of several begin with.
struct PriceTree {
  /// The path, empty for all.
  let path: String
  /// The items at or below it, at least one.
  let items: [BilledItem]

  /// The place of all items.
  static let whole = PriceTree(path: "", items: BilledItem.inBooks)

  /// The item that is here; nil where there are places below.
  var leaf: BilledItem? { items.count == 1 && items[0].path == path ? items[0] : nil }

  /// The next places below, by their keys, in the order of the items.
  var children: [(key: String, tree: PriceTree)] {
    var groups: [(key: String, items: [BilledItem])] = []
    for item in items {
      let key = String(item.path.dropFirst(path.isEmpty ? 0 : path.count + 1).prefix { $0 != "." })
      if let index = groups.firstIndex(where: { $0.key == key }) { groups[index].items.append(item) } else { groups.append((key, [item])) }
    }
    return groups.map { ($0.key, PriceTree(path: path.isEmpty ? $0.key : "\(path).\($0.key)", items: $0.items)) }
  }
}
