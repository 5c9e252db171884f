import Fleet
import Scenarios
import Studies

extension ResultTable {
  /// Where latency went.
  public static let causes = ResultTable(
    "causes.csv",
    "Where latency went, of all requests that ended and of the slowest. Causes that took no time are left out; the shares of one scope, metric and group sum to 1.",
    rows: \.causes,
    columns: [
      ColumnReader("scope_type", "`source` or `schedule` (from the first try to the last answer), or `function` (accepted to answered).") {
        .text($0.subject.scopeType)
      },
      ColumnReader("scope", "The name of the source, schedule or function.") { .text($0.subject.name) },
      ColumnReader(
        "metric",
        "`latency`, or `completion` of a source whose requests set off more than their answer: from birth to the last good end of all that."
      ) { .text($0.metric.rawValue) },
      ColumnReader(
        "requests", "`all`, or `p99+`: those at and above the 99th percentile, to the resolution of the causes' bins (12 % of a latency)."
      ) {
        .text($0.requests.rawValue)
      },
      ColumnReader("cause", "What the time was spent on.") { .text($0.cause.name) },
      ColumnReader("request_count", "How many requests were looked at.") { .count($0.count) },
      ColumnReader("mean_ms", "The mean time that a request spent on the cause.") { .real($0.mean / 1e6) },
      ColumnReader("share_ratio", "The cause's share of the requests' time, 0 to 1.") { .real($0.share) },
    ])
}
