import Fleet
import Studies

extension ResultTable {
  /// One row a stream, for people.
  public static let streams = ResultTable(
    "streams.csv", "One row a stream, for people: what was written to it; consumers.csv has who reads it. Written where there is one.",
    rows: \.streams,
    columns: [
      ColumnReader("stream", "The stream's name.") { .text($0.name) },
      ColumnReader("accepted", "Records that were written.") { .count($0.record.accepted) },
      ColumnReader("accepted_per_s", "These, per second of the measured window.") { .real($0.acceptedPerSecond) },
      ColumnReader("initial", "Records that were there at the start.") { .count($0.record.initial) },
      ColumnReader("write_throttles", "Writes that a shard's limit refused, each attempt counted.") { .count($0.record.writeThrottles) },
      ColumnReader("unavailable", "Writes that were refused during an outage, each attempt counted.") { .count($0.record.unavailable) },
      ColumnReader("too_large", "Writes that were refused for the record's size.") { .count($0.record.tooLarge) },
      ColumnReader("bytes", "Bytes that were written.") { .count($0.record.bytes) },
      ColumnReader("shards_mean", "Open shards, averaged over time.") { CSVField($0.shardsMean, in: .count) },
      ColumnReader("shards_max", "The most open shards at a time.") { .integer($0.record.shards.peak) },
      ColumnReader("cost_usd_per_month", "What a month costs: the stream's part of the account's bill.") { .money($0.monthCost) },
    ])

  /// One row a stream and function that reads it, for people.
  public static let consumers = ResultTable(
    "consumers.csv",
    "One row a stream and function that reads it, for people. `offered` = `processed` + `filtered` + `dead_lettered` + `expired` + `unfinished`. Written where there is one.",
    rows: { result in result.streams.flatMap(\.consumers) },
    columns: [
      ColumnReader("stream", "The stream's name.") { .text($0.stream) },
      ColumnReader("function", "The function's name.") { .text($0.function) },
      ColumnReader("offered", "Records that it was to work on.") { .count($0.record.offered) },
      ColumnReader("processed", "Records that it processed.") { .count($0.record.processed) },
      ColumnReader("processed_per_s", "These, per second of the measured window.") { .real($0.processedPerSecond) },
      ColumnReader("receives", "Records that the function got, each as often as it did.") { .count($0.record.receives) },
      ColumnReader("redeliveries", "Of these, records that it had got before.") { .count($0.record.redeliveries) },
      ColumnReader("filtered", "Records that the filter passed over.") { .count($0.record.filtered) },
      ColumnReader("dead_lettered", "Records that were given up, whether a destination took their notice or not; losses.csv has why.") {
        .count($0.record.discarded.reduce(0, +))
      },
      ColumnReader("expired", "Records that the stream did not keep any longer.") { .count($0.record.expired) },
      ColumnReader("unfinished", "Records that were left when the run ended.") { .count($0.record.present) },
      ColumnReader("attempts", "Batches that the function accepted.") { .count($0.record.attempts) },
      ColumnReader("failures", "Of these, batches that failed, or of which records did.") { .count($0.record.failures) },
      ColumnReader("refusals", "Batches that the function throttled, or refused since it was out of order.") {
        .count($0.record.refusals)
      },
      ColumnReader("discarded_batches", "Batches that were given up.") { .count($0.record.discardedBatches) },
      ColumnReader("messages_mean", "Records that it had not done with, averaged over time.") { CSVField($0.messagesMean, in: .count) },
      ColumnReader("messages_max", "The most of these at a time.") { .integer($0.record.records.peak) },
      ColumnReader("messages_last", "Those when the measured window ended.") { .count($0.record.records.last) },
      ColumnReader("iterator_age_p50_ms", "The median age of a batch's last record when the function was done with it.") {
        CSVField($0.iteratorAgeP50, in: .milliseconds)
      },
      ColumnReader("iterator_age_p99_ms", "Its 99th percentile.") { CSVField($0.iteratorAgeP99, in: .milliseconds) },
      ColumnReader("iterator_age_max_ms", "The greatest.") { CSVField($0.iteratorAgeMax, in: .milliseconds) },
      ColumnReader("blocked_s", "Time that parts of shards stood behind a failed batch, summed up over them.") {
        CSVField($0.blocked, in: .seconds)
      },
    ])
}
