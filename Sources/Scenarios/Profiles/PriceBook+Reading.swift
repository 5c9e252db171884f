internal import Billing
internal import Documents
internal import Prices

extension PriceBook {
  /// A book that stands for none.
  static let blank = PriceBook(name: "", label: "", asOf: "")

  /// A book's name, or its name and prices that override it.
  static var selection: Syntax<PriceBook> {
    var overridden: Form {
      Form.section(
        SectionForm(
          keys: [KeyForm(key: "book", form: .word(PriceFiles.names), isRequired: true, standard: nil, doc: "the book that is changed")]
            + Fields.describe { read(&$0, name: "") }.keys))
    }
    return Syntax(.any(of: [.word(PriceFiles.names), overridden]), placeholder: .blank) { node, path, reading in
      guard let nameNode = node.entries == nil ? node : node["book"] else {
        reading.note(.missingKey("book"), at: node, path)
        return nil
      }
      guard let name = reading.text(nameNode, path, expected: "the name of a price book") else { return nil }
      guard let book = tree(name, reading) else {
        reading.note(.unknownBook(name, known: PriceFiles.names), at: nameNode, path)
        return nil
      }
      let upper = LocatedNode(.mapping((node.entries ?? []).filter { $0.key != "book" }), at: node.place)
      return syntax(name).read(book.merged(with: upper) { _ in false }, path, reading)
    }
  }

  /// The book of a name, as it comes with fleetsim.
  static func named(_ name: String, _ reading: Reading, at node: LocatedNode, _ path: Path) -> PriceBook? {
    guard let book = tree(name, reading) else {
      reading.note(.unknownBook(name, known: PriceFiles.names), at: node, path)
      return nil
    }
    return syntax(name).read(book, path, reading)
  }

  private static func tree(_ name: String, _ reading: Reading) -> LocatedNode? {
    PriceFiles.text(name).flatMap { reading.library(name, $0) }
  }

  private static func syntax(_ name: String) -> Syntax<PriceBook> {
    .section { read(&$0, name: name) }
  }

  private static func read(_ f: inout Fields, name: String) -> PriceBook {
    f.ignored("book", "currency", "references", "sources")
    let label = f.optional("label", .text(example: "AWS, US East"), default: "", shown: "the book's", "what it is")
    let asOf = f.optional("asOf", .text(kind: "date", example: "2026-09-19"), default: "", shown: "the book's", "of when its prices are")
    var book = PriceBook(name: name, label: label, asOf: asOf)
    book.rates = f.optional(
      "rates", RateTree(path: "").syntax, default: book.rates, shown: "the book's",
      "what each item costs: one price, or tiers of a month's use")
    book.free = f.optional("free", allowances, default: [], shown: "the book's", "what a month has for nothing")
    book.included = f.optional("included", allowances, default: [], shown: "the book's", "what the subscription includes every month")
    return book
  }

  /// Quantities of a month by item.
  private static var allowances: Syntax<[Allowance]> {
    let known = ["duration"] + BilledItem.allCases.map(\.path).filter { !$0.contains(".") && $0 != BilledItem.subscription.path }
    var form: Form {
      Form.section(
        SectionForm(
          keys: known.map { key in
            let unit = items(ofAllowance: key)?[0].unit ?? .request
            return KeyForm(
              key: key, form: .text(kind: "quantity", pattern: nil, example: "400000 \(unit.symbol)"), isRequired: false, standard: "none",
              doc: "a month's \(key)")
          }))
    }
    return Syntax(form, placeholder: []) { node, path, reading in
      reading.mapping(node, path)?.compactMap { entry in
        let path = Path.key(path, entry.key)
        guard let items = items(ofAllowance: entry.key) else {
          reading.note(.unknownKey(entry.key, known: known), at: entry.place, length: entry.key.unicodeScalars.count, path)
          return nil
        }
        guard let text = reading.text(entry.value, path, expected: "a quantity") else { return nil }
        guard let counts = items[0].unit.counts(parsing: text) else {
          reading.note(.price(text, expected: "400000 \(items[0].unit.symbol)"), at: entry.value, path)
          return nil
        }
        return Allowance(counts, for: items)
      }
    }
  }
}

/// The part of a price book's rates under a path.
struct RateTree {
  /// The path, empty for all rates.
  let path: String

  /// A mapping whose leaves are the rates of items.
  var syntax: Syntax<ItemTable<Rate?>> {
    Syntax(form, placeholder: ItemTable(repeating: nil)) { node, path, reading in
      var table = ItemTable<Rate?>(repeating: nil)
      fill(&table, node, path, reading)
      return table
    }
  }

  /// The keys here, with the items below each.
  private var keys: [(key: String, items: [BilledItem])] {
    var keys: [(key: String, items: [BilledItem])] = []
    for item in BilledItem.allCases {
      guard path.isEmpty || item.path.hasPrefix(path + ".") else { continue }
      let rest = path.isEmpty ? item.path[...] : item.path.dropFirst(path.count + 1)
      let key = String(rest.prefix { $0 != "." })
      if let index = keys.firstIndex(where: { $0.key == key }) { keys[index].items.append(item) } else { keys.append((key, [item])) }
    }
    return keys
  }

  private func below(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  private var form: Form {
    .section(
      SectionForm(
        keys: keys.map { key, items in
          let leaf = items.count == 1 && items[0].path == below(key)
          var form: Form { leaf ? .reference("rate") : RateTree(path: below(key)).form }
          return KeyForm(
            key: key, form: form, isRequired: false, standard: "the book's",
            doc: leaf ? "in USD/\(items[0].unit.priceSymbol)" : "by its parts")
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
    let keys = keys
    for entry in entries where entry.key != "sources" {
      let entryPath = Path.key(path, entry.key)
      guard let (key, items) = keys.first(where: { $0.key == entry.key }) else {
        reading.note(.unknownKey(entry.key, known: keys.map(\.key)), at: entry.place, length: entry.key.unicodeScalars.count, entryPath)
        continue
      }
      if items.count == 1, items[0].path == below(key) {
        table[items[0]] = RateTree.rate(items[0], entry.value, entryPath, reading)
      } else {
        RateTree(path: below(key)).fill(&table, entry.value, entryPath, reading)
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
