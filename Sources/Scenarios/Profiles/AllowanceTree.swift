internal import Billing
internal import Documents

/// The part of a price book's allowances under a path.
///
/// Each is a quantity of a month, of an item or of all items below a path that are counted alike.
struct AllowanceTree {
  /// The path.
  let tree: PriceTree

  /// A mapping whose leaves are quantities.
  var syntax: Syntax<[PriceBook.Allowance]> {
    Syntax(form, placeholder: []) { node, path, reading in read(node, path, reading) }
  }

  /// The places below that are an allowance or have one below.
  private var children: [(key: String, tree: PriceTree)] { tree.children.filter { $0.tree.items != [.subscription] } }

  private var form: Form {
    .section(
      SectionForm(
        keys: children.map { key, child in
          guard let unit = Self.unit(of: child) else {
            return KeyForm(key: key, form: AllowanceTree(tree: child).form, isRequired: false, standard: "none", doc: "by its parts")
          }
          return KeyForm(
            key: key, form: .text(kind: "quantity", pattern: nil, example: Self.example(in: unit)), isRequired: false, standard: "none",
            doc: "a month's \(child.path)")
        }))
  }

  private func read(_ node: LocatedNode, _ path: Path, _ reading: Reading) -> [PriceBook.Allowance] {
    let children = children
    return (reading.mapping(node, path) ?? []).flatMap { entry -> [PriceBook.Allowance] in
      let path = Path.key(path, entry.key)
      guard let child = children.first(where: { $0.key == entry.key })?.tree else {
        reading.note(.unknownKey(entry.key, known: children.map(\.key)), at: entry.place, length: entry.key.unicodeScalars.count, path)
        return []
      }
      guard let unit = Self.unit(of: child) else { return AllowanceTree(tree: child).read(entry.value, path, reading) }
      guard let text = reading.text(entry.value, path, expected: "a quantity") else { return [] }
      if let counts = unit.counts(parsing: text) { return [PriceBook.Allowance(counts, for: child.items)] }
      reading.note(.price(text, expected: Self.example(in: unit)), at: entry.value, path)
      return []
    }
  }

  /// What an allowance for a place is counted in; nil where its parts are counted differently.
  private static func unit(of tree: PriceTree) -> MeteredUnit? { PriceBook.items(ofAllowance: tree.path)?.first?.unit }

  private static func example(in unit: MeteredUnit) -> String { unit.symbol.isEmpty ? "400000" : "400000 \(unit.symbol)" }
}
