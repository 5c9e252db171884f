import Studies

extension ResultTable {
  /// Every metric of every part, one a row: the table that programs read.
  public static let summary = ResultTable(
    "summary.csv", "Every metric of every part, one a row. This is the table for programs: rows may be added, columns stay.",
    rows: \.metrics,
    columns: [
      ColumnReader("scope_type", "`all`, `account`, or the kind of an element: `source`, `function`, `service` and so on.") {
        .text($0.scopeType)
      },
      ColumnReader("scope", "The name of the element; `all` or `account`.") { .text($0.scope) },
      ColumnReader("metric", "The metric's word, the same as in objectives; `init.PART` for a part of a cold start.") {
        .text($0.word)
      },
      ColumnReader(
        "stat",
        "`count`, `ratio`, `mean`, `p50`, `p90`, `p95`, `p99`, `p99.9`, `max`, `last` (of a level, at the end of the window), or `total` for sums."
      ) {
        .text($0.statisticWord)
      },
      ColumnReader("unit", "`count`, `ratio` (0 to 1), `ms`, `s` or `usd`.") { .text($0.unit.rawValue) },
      ColumnReader(
        "value",
        "The figure. Empty where there was nothing to measure, and for a quantile or maximum that falls among unfinished requests, which rank as infinitely late."
      ) { CSVField($0.figure, in: $0.unit) },
      ColumnReader("ci_low", "The lower end of the interval; empty with fewer than five replications.") {
        CSVField(intervalEnd: $0.estimate.interval?.low, in: $0.unit)
      },
      ColumnReader("ci_high", "Its upper end.") { CSVField(intervalEnd: $0.estimate.interval?.high, in: $0.unit) },
      ColumnReader("ci_level", "Its confidence level; empty where it is a range.") {
        $0.estimate.interval.map { $0.method == .range ? .empty : .real(FigureInterval.level) } ?? .empty
      },
      ColumnReader("replications", "Replications behind the figure.") { .integer(Int64($0.replications)) },
      ColumnReader(
        "ci_method",
        "`t` (Student, over the replications), `jackknife` (the quantile of all replications together, one left out at a time), or `range` (the least and the greatest of the replications' maxima: no confidence interval)."
      ) { $0.estimate.interval.map { .text($0.method.rawValue) } ?? .empty },
    ])
}
