import Fleet
import Scenarios
import Studies

extension ResultTable {
  /// One row a step that hands something on, for people.
  public static let hops = ResultTable(
    "hops.csv",
    "One row a step that hands something on, for people: what its caller made of it. `attempts` = `retries` + `succeeded` + `failed`. Written where there is one.",
    rows: \.hops,
    columns: [
      ColumnReader("function", "The name of the caller.") { .text($0.function) },
      ColumnReader("hop", "How it hands on, by the step's word, such as `call` or `send`.") { .text($0.verb.rawValue) },
      ColumnReader("to", "The name of what it goes to.") { .text($0.to) },
      ColumnReader(
        "number", "Which of the function's hops of this kind to there, from 1; `claimCheck` adds a `store` before and a `fetch`."
      ) {
        .integer(Int64($0.number))
      },
      ColumnReader("attempts", "Attempts that came to an end.") { .count($0.record.attempts) },
      ColumnReader("retries", "Of these, attempts that another followed.") { .count($0.record.retried) },
      ColumnReader("succeeded", "Steps that went well in the end.") { .count($0.record.succeeded) },
      ColumnReader("failed", "Steps that failed in the end, those that a breaker refused or that had no quota for a retry among them.") {
        .count($0.record.failed)
      },
      ColumnReader("retries_without_quota", "Retries that the SDK's quota did not allow.") { .count($0.record.unpaid) },
      ColumnReader("breaker_openings", "How often its breaker opened, that of each instance counted by itself.") {
        .count($0.record.opened)
      },
      ColumnReader("breaker_rejected", "Of `failed`, steps that ended at an open breaker.") { .count($0.record.rejected) },
      ColumnReader("paced_s", "Time for which the SDK's own rate held attempts back, summed up over them.") {
        .real(Double($0.record.paced) / 1e9)
      },
    ])
}
