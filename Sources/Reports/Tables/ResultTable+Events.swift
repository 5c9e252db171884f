import Fleet
import Studies

extension ResultTable {
  /// One row a function that is invoked asynchronously, for people.
  public static let events = ResultTable(
    "events.csv",
    "One row a function that was invoked asynchronously, for people. `received` = `processed` + `dropped` + `unfinished`. Written where there is one.",
    rows: \.events,
    columns: [
      ColumnReader("function", "The function's name.") { .text($0.name) },
      ColumnReader("received", "Events that were accepted.") { .count($0.record.received) },
      ColumnReader("received_per_s", "These, per second of the measured window.") { .real($0.receivedPerSecond) },
      ColumnReader("processed", "Events that succeeded.") { .count($0.record.processed) },
      ColumnReader("retried", "Tries after a failed one.") { .count($0.record.retried) },
      ColumnReader("throttled", "Tries that the function throttled.") { .count($0.record.throttled) },
      ColumnReader("unavailable", "Tries that met an outage of the function.") { .count($0.record.unavailable) },
      ColumnReader("dropped", "Events that were given up; losses.csv has why.") { .count($0.record.dropped.reduce(0, +)) },
      ColumnReader("dead_letters", "Of these, events that went to the dead-letter queue or topic.") { .count($0.record.deadLetters) },
      ColumnReader("dead_letter_errors", "Of these, events that it refused.") { .count($0.record.deadLetterErrors) },
      ColumnReader("destination_deliveries", "Records that went to a destination.") { .count($0.record.destinationDeliveries) },
      ColumnReader("destination_failures", "Records that a destination refused.") { .count($0.record.destinationFailures) },
      ColumnReader("unfinished", "Events that had neither succeeded nor been given up when the run ended.") {
        .count($0.record.unfinished)
      },
      ColumnReader("age_p50_ms", "The median time from acceptance to the try that succeeded.") { CSVField($0.ageP50, in: .milliseconds) },
      ColumnReader("age_p99_ms", "Its 99th percentile.") { CSVField($0.ageP99, in: .milliseconds) },
    ])
}
