import Fleet
import Studies

extension ResultTable {
  /// One row a front door, for people.
  public static let doors = ResultTable(
    "doors.csv",
    "One row a front door, for people: `requests` = `throttled` + `throttled_by_account` + `unavailable` + `too_large` + `succeeded` + `errors` + `timeouts` + `refused` + `abandoned` + `unfinished`. Written where there is one.",
    rows: \.doors,
    columns: [
      ColumnReader("door", "The door's name.") { .text($0.name) },
      ColumnReader("requests", "Requests that came.") { .count($0.record.requests) },
      ColumnReader("requests_per_s", "These, per second of the measured window.") { .real($0.requestsPerSecond) },
      ColumnReader("throttled", "Requests that its own limit refused.") { .count($0.record.throttled) },
      ColumnReader("throttled_by_account", "Requests that the limit which doors share refused.") { .count($0.record.throttledByAccount) },
      ColumnReader("throttled_ratio", "Both of these, of the requests that came.") { CSVField($0.throttledRatio, in: .ratio) },
      ColumnReader("unavailable", "Requests that it refused during an outage.") { .count($0.record.unavailable) },
      ColumnReader("too_large", "Requests larger than it takes.") { .count($0.record.tooLarge) },
      ColumnReader("succeeded", "Requests that were answered well.") { .count($0.record.succeeded) },
      ColumnReader("errors", "Requests that what stands behind it failed, or answered with more than the door lets through.") {
        .count($0.record.errors)
      },
      ColumnReader("timeouts", "Requests for which what stands behind it took too long.") { .count($0.record.timeouts) },
      ColumnReader("refused", "Requests that what stands behind it refused.") { .count($0.record.refused) },
      ColumnReader("abandoned", "Requests that their caller gave up before there was an answer.") { .count($0.record.abandoned) },
      ColumnReader("unfinished", "Requests in the door or behind it when the run ended.") { .count($0.record.unfinished) },
      ColumnReader("latency_p50_ms", "The median time from arrival to answer, of requests that were let in.") {
        CSVField($0.latencyP50, in: .milliseconds)
      },
      ColumnReader("latency_p95_ms", "Its 95th percentile.") { CSVField($0.latencyP95, in: .milliseconds) },
      ColumnReader("latency_p99_ms", "Its 99th percentile.") { CSVField($0.latencyP99, in: .milliseconds) },
      ColumnReader("cost_usd_per_month", "What a month costs: the door's part of the account's bill.") { .money($0.monthCost) },
    ])
}
