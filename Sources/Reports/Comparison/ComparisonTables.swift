import Scenarios
public import Studies

extension RowTable<MetricDifference> {
  /// Every figure of every variant against the baseline.
  public static let compare = RowTable(
    "compare.csv", "Every figure of every variant against the baseline, one a row.",
    columns: [
      ColumnReader("variant", "The variant's name.") { .text($0.variant) },
      ColumnReader("scope_type", "As in summary.csv.") { .text($0.baseline.scopeType) },
      ColumnReader("scope", "As in summary.csv.") { .text($0.baseline.scope) },
      ColumnReader("metric", "As in summary.csv.") { .text($0.baseline.word) },
      ColumnReader("stat", "As in summary.csv.") { .text($0.baseline.statisticWord) },
      ColumnReader("unit", "As in summary.csv.") { .text($0.baseline.unit.rawValue) },
      ColumnReader("baseline", "The baseline's figure.") { CSVField($0.baseline.figure, in: $0.baseline.unit) },
      ColumnReader("candidate", "The variant's figure.") { CSVField($0.candidate, in: $0.baseline.unit) },
      ColumnReader("diff", "The variant's less the baseline's.") { CSVField(intervalEnd: $0.difference, in: $0.baseline.unit) },
      ColumnReader("diff_ci_low", "The lower end of the difference's 95 % confidence interval.") {
        CSVField(intervalEnd: $0.low, in: $0.baseline.unit)
      },
      ColumnReader("diff_ci_high", "Its upper end.") { CSVField(intervalEnd: $0.high, in: $0.baseline.unit) },
      ColumnReader("diff_ratio", "The difference as a share of the baseline; empty where that is 0.") {
        $0.relative.map { .real($0) } ?? .empty
      },
      ColumnReader("p_value", "How likely at least such a difference is by chance, adjusted by Holm over the variants.") {
        $0.pValue.map { .real($0) } ?? .empty
      },
      ColumnReader(
        "verdict",
        "`differs` (at 5 %), `ns` (may be chance), `equal` (in every replication), or `open` (too few replications, or no figure to pair)."
      ) { .text($0.verdict.rawValue) },
      ColumnReader("method", "`paired t`, `paired jackknife`, or `welch` where the seeds differ.") {
        $0.method.map { .text($0.rawValue) } ?? .empty
      },
    ])
}

extension RowTable<CostDifference> {
  /// How the bills differ.
  public static let compareCosts = RowTable(
    "compare-costs.csv", "How the bill of every variant differs from the baseline's, one row a component and item.",
    columns: [
      ColumnReader("variant", "The variant's name.") { .text($0.variant) },
      ColumnReader("change", "`+` only the variant has it, `-` only the baseline, `~` it costs another amount, `=` the same.") {
        .text($0.change.rawValue)
      },
      ColumnReader("component", "The component that pays.") { .text($0.component) },
      ColumnReader("item", "What is paid for, by the price book's word.") { .text($0.item) },
      ColumnReader("unit", "What the quantities count.") { .text($0.unit) },
      ColumnReader("baseline_quantity", "The baseline's quantity in the measured window.") { CSVField($0.baselineQuantity, in: .count) },
      ColumnReader("quantity", "The variant's.") { CSVField($0.quantity, in: .count) },
      ColumnReader("baseline_usd_per_month", "What the baseline pays a month.") { .money($0.baselineMonth) },
      ColumnReader("usd_per_month", "What the variant pays a month.") { .money($0.month) },
      ColumnReader("diff_usd_per_month", "The second less the first.") { .money($0.difference) },
    ])
}
