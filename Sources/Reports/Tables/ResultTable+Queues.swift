import Fleet
import Studies

extension ResultTable {
  /// One row a queue, for people.
  public static let queues = ResultTable(
    "queues.csv",
    "One row a queue, for people. `accepted` + `initial` = `processed` + `filtered` + `dead_lettered` + `expired` + `unfinished`. Written where there is one.",
    rows: \.queues,
    columns: [
      ColumnReader("queue", "The queue's name.") { .text($0.name) },
      ColumnReader("accepted", "Messages that it took; of a dead-letter queue those that were given up elsewhere among them.") {
        .count($0.record.accepted)
      },
      ColumnReader("accepted_per_s", "These, per second of the measured window.") { .real($0.acceptedPerSecond) },
      ColumnReader("initial", "Messages that were there at the start.") { .count($0.record.initial) },
      ColumnReader("refused", "Messages that it did not take: beyond its limits, too large, or during an outage.") {
        .count($0.record.refused)
      },
      ColumnReader("processed", "Messages that a function processed.") { .count($0.record.processed) },
      ColumnReader("processed_per_s", "These, per second of the measured window.") { .real($0.processedPerSecond) },
      ColumnReader("filtered", "Messages that no filter let through.") { .count($0.record.filtered) },
      ColumnReader("dead_lettered", "Messages that were received as often as may be and went to the dead-letter queue.") {
        .count($0.record.deadLettered)
      },
      ColumnReader("expired", "Messages that were older than they may be.") { .count($0.record.expired) },
      ColumnReader("unfinished", "Messages that were there when the run ended.") { .count($0.record.present) },
      ColumnReader("receives", "Messages received, each as often as it was.") { .count($0.record.receives) },
      ColumnReader("redeliveries", "Of these, messages that had been received before.") { .count($0.record.redeliveries) },
      ColumnReader("duplicates", "Messages that a standard queue delivered twice.") { .count($0.record.duplicates) },
      ColumnReader("repeated", "Messages that were processed once more: as a duplicate, or after their visibility timeout.") {
        .count($0.record.repeated)
      },
      ColumnReader("messages_mean", "Messages that waited, averaged over time.") { CSVField($0.messagesMean, in: .count) },
      ColumnReader("messages_max", "The most that waited at a time.") { .integer($0.record.messages.peak) },
      ColumnReader("messages_last", "Those that waited when the measured window ended.") { .count($0.record.messages.last) },
      ColumnReader("in_flight_mean", "Messages in work or hidden after a failure, averaged over time.") {
        CSVField($0.inFlightMean, in: .count)
      },
      ColumnReader("in_flight_max", "The most of these at a time.") { .integer($0.record.inFlight.peak) },
      ColumnReader("age_p50_ms", "The median age of processed messages at their last receive.") { CSVField($0.ageP50, in: .milliseconds) },
      ColumnReader("age_p99_ms", "Its 99th percentile.") { CSVField($0.ageP99, in: .milliseconds) },
      ColumnReader("oldest_ms", "The greatest age at a receive, or of the first in line when the window ended.") {
        CSVField(.integer($0.record.oldest), in: .milliseconds)
      },
      ColumnReader("empty_receives", "Calls that received nothing.") { .count($0.record.requests.emptyReceives) },
      ColumnReader("calls", "All calls to it, as they are billed.") { .count($0.record.requests.total) },
      ColumnReader("cost_usd_per_month", "What a month costs: the queue's part of the account's bill.") { .money($0.monthCost) },
    ])
}
