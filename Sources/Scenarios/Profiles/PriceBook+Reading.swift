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
      "rates", RateTree(tree: .whole).syntax, default: book.rates, shown: "the book's",
      "what each item costs: one price, or tiers of a month's use")
    book.free = f.optional("free", AllowanceTree(tree: .whole).syntax, default: [], shown: "the book's", "what a month has for nothing")
    book.included = f.optional(
      "included", AllowanceTree(tree: .whole).syntax, default: [], shown: "the book's", "what the subscription includes every month")
    return book
  }
}
