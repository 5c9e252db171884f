import Studies

extension ResultTable {
  /// Figures over simulated time.
  public static let timeseries = ResultTable(
    "timeseries.csv",
    "Figures by interval of simulated time, from the start of the run on, warm-up included; written with `--every`.",
    rows: \.series,
    columns: [
      ColumnReader("replication", "The replication, from 0 on.") { .integer(Int64($0.replication)) },
      ColumnReader("t_s", "When the interval begins, in seconds of the run.") { .real(Double($0.at) / 1e9) },
      ColumnReader("window_s", "How long it is.") { .real(Double($0.length) / 1e9) },
      ColumnReader("scope", "The function, queue or service, or `all` functions.") { .text($0.scope) },
      ColumnReader(
        "metric",
        "By arrival in the interval: `requests`, of these `throttles`, `failures`, `cold_starts`, mean `latency`; mean `concurrency` over the interval. Of a queue mean `messages` that waited, of a service mean busy `connections`."
      ) { .text($0.metric.rawValue) },
      ColumnReader("unit", "`count` or `ms`.") { .text($0.metric.unit.rawValue) },
      ColumnReader("value", "The figure; empty where no request ended.") { CSVField($0.figure, in: $0.metric.unit) },
    ])
}
