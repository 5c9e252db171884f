import Fleet
import Scenarios
import Studies

extension ResultTable {
  /// One row a topic, bus, bucket or schedule, for people.
  public static let brokers = ResultTable(
    "brokers.csv",
    "One row a topic, bus, bucket or schedule, for people; subscriptions.csv has what they deliver to. `offered` = `accepted` + `throttled` + `unavailable` + `too_large`. Written where there is one.",
    rows: \.brokers,
    columns: [
      ColumnReader("name", "Its name.") { .text($0.broker.name) },
      ColumnReader("kind", "`topic`, `bus`, `bucket` or `schedule`.") { .text($0.broker.kind.rawValue) },
      ColumnReader("offered", "Items that were handed to it.") { .count($0.record.offered) },
      ColumnReader("accepted", "Items that it accepted.") { .count($0.record.accepted) },
      ColumnReader("accepted_per_s", "These, per second of the measured window.") { .real($0.acceptedPerSecond) },
      ColumnReader("throttled", "Items that it refused beyond its rate.") { .count($0.record.throttled) },
      ColumnReader("unavailable", "Items that it refused during an outage.") { .count($0.record.unavailable) },
      ColumnReader("too_large", "Items larger than it accepts.") { .count($0.record.tooLarge) },
      ColumnReader("delivered", "Items that were delivered, counted for each subscription.") { .count($0.delivered) },
      ColumnReader("dropped", "Items that were given up, counted for each subscription; losses.csv has why.") { .count($0.dropped) },
      ColumnReader("fetches", "Of a bucket, objects that were fetched.") { .count($0.record.fetches) },
      ColumnReader("fetches_throttled", "Of a bucket, fetches refused beyond its rate.") { .count($0.record.fetchesThrottled) },
      ColumnReader("fetches_unavailable", "Of a bucket, fetches refused during an outage.") { .count($0.record.fetchesUnavailable) },
      ColumnReader("latency_p50_ms", "The median time from acceptance to delivery.") { CSVField($0.latencyP50, in: .milliseconds) },
      ColumnReader("latency_p99_ms", "Its 99th percentile.") { CSVField($0.latencyP99, in: .milliseconds) },
      ColumnReader("cost_usd_per_month", "What a month costs: its part of the account's bill.") { .money($0.monthCost) },
    ])

  /// One row a subscription, for people.
  public static let subscriptions = ResultTable(
    "subscriptions.csv",
    "One row a topic, bus, bucket or schedule and what it delivers to, for people. Of what it accepted and the filter let through: `delivered` + `dropped` + `unfinished`. Written where there is one.",
    rows: { result in result.brokers.flatMap(\.subscriptions) },
    columns: [
      ColumnReader("from", "The name of what delivers.") { .text($0.broker) },
      ColumnReader("to", "The name of what is delivered to.") { .text($0.subscriber) },
      ColumnReader("filtered", "Items that the filter kept back.") { .count($0.record.filtered) },
      ColumnReader("delivered", "Items that were delivered.") { .count($0.record.delivered) },
      ColumnReader("failures", "Attempts that were refused.") { .count($0.record.failures) },
      ColumnReader("dropped", "Items that were given up.") { .count($0.record.dropped.reduce(0, +)) },
      ColumnReader("dead_letters", "Of these, items that went to the dead-letter queue.") { .count($0.record.deadLetters) },
      ColumnReader("dead_letter_errors", "Of these, items that it refused.") { .count($0.record.deadLetterErrors) },
      ColumnReader("unfinished", "Items on their way when the run ended.") { .count($0.record.unfinished) },
      ColumnReader("latency_p50_ms", "The median time from acceptance to delivery.") { CSVField($0.latencyP50, in: .milliseconds) },
      ColumnReader("latency_p99_ms", "Its 99th percentile.") { CSVField($0.latencyP99, in: .milliseconds) },
    ])
}
