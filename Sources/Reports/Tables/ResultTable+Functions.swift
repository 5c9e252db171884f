import Studies

extension ResultTable {
  /// One row a function, for people.
  public static let functions = ResultTable(
    "functions.csv", "One row a function, for people. Latency is from accepted to answered.", rows: \.functions,
    columns: [
      ColumnReader("function", "The function's name.") { .text($0.name) },
      ColumnReader("invocations", "Accepted requests.") { .count($0.invocations) },
      ColumnReader("invocations_per_s", "Accepted requests per second of the measured window.") { .real($0.invocationsPerSecond) },
      ColumnReader("cold_ratio", "Invocations that waited for a cold start, of all invocations.") { CSVField($0.coldRatio, in: .ratio) },
      ColumnReader("throttle_ratio", "Throttled requests, of all requests.") { CSVField($0.throttleRatio, in: .ratio) },
      ColumnReader("error_ratio", "Invocations that failed with an error of their own, of all invocations.") {
        CSVField($0.errorRatio, in: .ratio)
      },
      ColumnReader("timeout_ratio", "Invocations that reached the function's timeout, of all invocations.") {
        CSVField($0.timeoutRatio, in: .ratio)
      },
      ColumnReader("latency_p50_ms", "The median latency.") { CSVField($0.latencyP50, in: .milliseconds) },
      ColumnReader("latency_p95_ms", "Its 95th percentile.") { CSVField($0.latencyP95, in: .milliseconds) },
      ColumnReader("latency_p99_ms", "Its 99th percentile.") { CSVField($0.latencyP99, in: .milliseconds) },
      ColumnReader("latency_p99_ms_ci_low", "The lower end of its confidence interval; empty with fewer than five replications.") {
        CSVField(intervalEnd: $0.latencyP99Interval?.low, in: .milliseconds)
      },
      ColumnReader("latency_p99_ms_ci_high", "Its upper end.") { CSVField(intervalEnd: $0.latencyP99Interval?.high, in: .milliseconds) },
      ColumnReader("concurrency_mean", "Units of concurrency held, averaged over time.") { CSVField($0.concurrencyMean, in: .count) },
      ColumnReader("concurrency_max", "The most units of concurrency held at a time.") { CSVField($0.concurrencyMax, in: .count) },
      ColumnReader("instances_mean", "Instances alive, averaged over time.") { CSVField($0.instancesMean, in: .count) },
      ColumnReader("cost_usd_per_month", "What a month costs: the function's part of the account's bill.") { .money($0.monthCost) },
    ])
}
