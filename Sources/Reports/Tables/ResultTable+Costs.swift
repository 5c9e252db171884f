import Studies

extension ResultTable {
  /// The bill, one row a component and item.
  public static let costs = ResultTable(
    "costs.csv",
    "The bill, one row a component and item. `cost_usd` sums to `cost.run`, `cost_usd_per_month` to `cost.month`.",
    rows: \.costs.lines,
    columns: [
      ColumnReader("component", "The function, queue or other component, or `account` for what belongs to none.") { .text($0.component) },
      ColumnReader("item", "What is paid for, by the price book's word.") { .text($0.item) },
      ColumnReader("quantity", "How much of it the measured window used.") { CSVField($0.quantity, in: .count) },
      ColumnReader("unit", "What the quantity counts, such as `requests`, `GB-s`, `GB`, `h` or `month`.") { .text($0.unit) },
      ColumnReader("unit_price_usd", "The price of one unit at the first tier; empty where the price book has none.") {
        CSVField($0.unitPrice, in: .dollars)
      },
      ColumnReader("cost_usd", "What the window costs at first-tier prices without free tier.") { .money($0.run) },
      ColumnReader(
        "cost_usd_per_month",
        "What a month of 730 h like the window costs with its tiers and free tier, which are shared out by quantity."
      ) { .money($0.month) },
      ColumnReader("wasted_usd", "Of `cost_usd`, what was billed for nothing; the columns below say for what.") { .money($0.wasted) },
      ColumnReader("init_usd", "Of `cost_usd`, what was billed for initialisation.") { .money($0.initialization) },
      waste(.failed, "first tries that failed or ran into the function's timeout"),
      waste(.retried, "further tries that failed again"),
      waste(.abandoned, "what ended well, but after the caller had given up: from then on"),
      waste(.idle, "calls that brought nothing, such as empty receives"),
      ColumnReader("wasted_usd_per_month", "Of `cost_usd_per_month`, what was billed for nothing: the same share as of `quantity`.") {
        .money($0.monthWasted)
      },
    ])

  private static func waste(_ kind: Waste, _ what: String) -> ColumnReader<CostLine> {
    ColumnReader("wasted_\(kind.rawValue)_usd", "Of `wasted_usd`, \(what).") { line in .money(line.waste(kind).run) }
  }
}
