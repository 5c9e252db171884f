import Studies

extension ResultTable {
  /// One row a service, for people.
  public static let services = ResultTable(
    "services.csv", "One row a service, for people: what became of the requests that came to it. Written where there is one.",
    rows: \.services,
    columns: [
      ColumnReader("service", "The service's name.") { .text($0.name) },
      ColumnReader("offered", "Requests that came, whatever became of them.") { .count($0.offered) },
      ColumnReader("offered_per_s", "Requests that came per second of the measured window.") { .real($0.offeredPerSecond) },
      ColumnReader("served", "Requests that it answered well.") { .count($0.served) },
      ColumnReader("rejected", "Requests that it refused; losses.csv has the reasons.") { .count($0.rejected) },
      ColumnReader("rejected_ratio", "Their share of the requests that came.") { CSVField($0.rejectedRatio, in: .ratio) },
      ColumnReader("errors", "Requests that it answered with an error.") { .count($0.errors) },
      ColumnReader("stalled", "Requests that it never answered.") { .count($0.stalled) },
      ColumnReader("abandoned", "Requests that their caller gave up before there was an answer, whatever became of them.") {
        .count($0.abandoned)
      },
      ColumnReader("left_line", "Of these, requests that were in line: nothing else became of them.") { .count($0.leftLine) },
      ColumnReader("unfinished", "Requests that were in line or at work when the run ended.") { .count($0.unfinished) },
      ColumnReader("answer_bytes", "Bytes of what it answered well.") { .count($0.answered) },
      ColumnReader("connections_mean", "Busy connections, averaged over time.") { CSVField($0.connectionsMean, in: .count) },
      ColumnReader("connections_max", "The most busy connections at a time.") { CSVField($0.connectionsMax, in: .count) },
      ColumnReader("over_limit_s", "Time during which requests met a limit: from one that did until the next that did not.") {
        CSVField($0.overLimit, in: .seconds)
      },
      ColumnReader("cost_usd_per_month", "What a month costs, where the service has a price.") { .money($0.monthCost) },
    ])
}
