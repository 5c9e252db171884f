import Studies

extension ResultTable {
  /// One row a traffic source, for people.
  public static let sources = ResultTable(
    "sources.csv", "One row a traffic source, for people: what the clients saw.", rows: \.sources,
    columns: [
      ColumnReader("source", "The source's name.") { .text($0.name) },
      ColumnReader("to", "What it calls.") { .text($0.to) },
      ColumnReader("requests", "Requests, each counted once however often it was tried.") { .count($0.requests) },
      ColumnReader("requests_per_s", "Requests per second of the measured window.") { .real($0.requestsPerSecond) },
      ColumnReader("attempts", "Tries, the first of each request among them.") { .count($0.attempts) },
      ColumnReader("succeeded", "Requests that ended well, with all that they set off.") { .count($0.succeeded) },
      ColumnReader("lost", "Requests that ended otherwise; losses.csv has the causes.") { .count($0.lost) },
      ColumnReader("lost_ratio", "Lost requests, of all requests.") { CSVField($0.lostRatio, in: .ratio) },
      ColumnReader("unfinished", "Requests that had not ended when the run did.") { .count($0.unfinished) },
      ColumnReader("latency_p50_ms", "The median time from the first try to the last answer.") {
        CSVField($0.latencyP50, in: .milliseconds)
      },
      ColumnReader("latency_p95_ms", "Its 95th percentile.") { CSVField($0.latencyP95, in: .milliseconds) },
      ColumnReader("latency_p99_ms", "Its 99th percentile.") { CSVField($0.latencyP99, in: .milliseconds) },
      ColumnReader("completion_p99_ms", "The 99th percentile of the time from birth to success.") {
        CSVField($0.completionP99, in: .milliseconds)
      },
    ])
}
