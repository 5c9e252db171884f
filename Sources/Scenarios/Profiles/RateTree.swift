internal import Billing
internal import Documents

/// The part of a price book's rates under a path.
struct RateTree {
  /// The path.
  let tree: PriceTree

  /// A mapping whose leaves are the rates of items.
  var syntax: Syntax<ItemTable<Rate?>> {
    Syntax(form, placeholder: ItemTable(repeating: nil)) { node, path, reading in
      var table = ItemTable<Rate?>(repeating: nil)
      fill(&table, node, path, reading)
      return table
    }
  }

  private var form: Form {
    .section(
      SectionForm(
        keys: tree.children.map { key, child in
          KeyForm(
            key: key, form: child.leaf == nil ? RateTree(tree: child).form : .reference("rate"), isRequired: false, standard: "the book's",
            doc: child.leaf.map { "in USD/\($0.unit.priceSymbol)" } ?? "by its parts")
        }))
  }

  /// What the rate of any item looks like.
  static var rateForm: Form {
    let price = Form.text(kind: "price", pattern: "^[0-9.e-]+ USD/.+$", example: "0.20 USD/million")
    let tier = SectionForm(keys: [
      KeyForm(
        key: "upTo", form: .text(kind: "quantity", pattern: nil, example: "6e9 GB-s"), isRequired: false, standard: "no end",
        doc: "a month's quantity at which the next tier begins"),
      KeyForm(key: "price", form: price, isRequired: true, standard: nil, doc: "the price in this tier"),
    ])
    return .any(of: [price, .list(.section(tier))])
  }

  private func fill(_ table: inout ItemTable<Rate?>, _ node: LocatedNode, _ path: Path, _ reading: Reading) {
    guard let entries = reading.mapping(node, path) else { return }
    let children = tree.children
    for entry in entries where entry.key != "sources" {
      let entryPath = Path.key(path, entry.key)
      guard let child = children.first(where: { $0.key == entry.key })?.tree else {
        reading.note(
          .unknownKey(entry.key, known: children.map(\.key)), at: entry.place, length: entry.key.unicodeScalars.count, entryPath)
        continue
      }
      if let item = child.leaf {
        table[item] = RateTree.rate(item, entry.value, entryPath, reading)
      } else {
        RateTree(tree: child).fill(&table, entry.value, entryPath, reading)
      }
    }
  }

  /// The rate of an item: a price, or tiers.
  private static func rate(_ item: BilledItem, _ node: LocatedNode, _ path: Path, _ reading: Reading) -> Rate? {
    func price(_ node: LocatedNode, _ path: Path) -> Price? {
      guard let text = reading.text(node, path, expected: "a price") else { return nil }
      if let price = Price(parsing: text, per: item.unit) { return price }
      reading.note(.price(text, expected: "0.20 USD/\(item.unit.priceSymbol)"), at: node, path)
      return nil
    }
    guard let elements = node.elements else { return price(node, path).map { Rate($0) } }
    var tiers: [Rate.Tier] = []
    for (index, element) in elements.enumerated() {
      let path = Path.index(path, index)
      guard let priceNode = element["price"], let price = price(priceNode, .key(path, "price")) else { return nil }
      let upTo = element["upTo"]?.text
      let counts = upTo.flatMap { item.unit.counts(parsing: $0) }
      if let upTo, counts == nil {
        reading.note(.price(upTo, expected: "6e9 \(item.unit.symbol)"), at: element["upTo"] ?? element, .key(path, "upTo"))
        return nil
      }
      tiers.append(Rate.Tier(upTo: counts, price: price))
    }
    if let rate = Rate(tiers: tiers) { return rate }
    reading.note(
      .shape("the tiers do not rise, or the last one has an end", mend: "sort them by 'upTo', and leave it out of the last"), at: node, path
    )
    return nil
  }
}
