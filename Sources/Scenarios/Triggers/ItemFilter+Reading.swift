internal import Documents

extension ItemFilter {
  /// `kind` and `size`.
  static func read(_ f: inout Fields) -> ItemFilter {
    let name = Syntax<String>.name(example: "card")
    let kinds = Syntax<[String]>.either(name.map { [$0] }, or: .list(name)) { $0.elements != nil }
    let limit = Syntax<Int64>.section { $0.required("upTo", .size(), "the largest size that passes") }
    let filter = ItemFilter(
      kinds: f.optional("kind", kinds, default: [], shown: "all", "the kinds that pass: one or a list"),
      largest: f.given("size", limit, shown: "any", "the sizes that pass"))
    if filter == ItemFilter() { f.note(.combination("the filter lets everything through", mend: "give 'kind' or 'size', or take it out")) }
    return filter
  }
}

extension Fields {
  /// The key `filter`.
  mutating func filter(_ rest: String) -> ItemFilter? {
    given("filter", .section(ItemFilter.read), shown: "none", "what passes; \(rest)")
  }

  /// A key whose default and range are the platform's.
  mutating func setting<Value>(
    _ key: String, _ rule: SettingRule<Value>, _ syntax: (Bounds) -> Syntax<Value>, shown: String, _ doc: String
  ) -> Value where Value: FixedWidthInteger {
    optional(key, syntax(rule.bounds), default: rule.standard, shown: shown, doc)
  }
}
