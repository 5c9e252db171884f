import Fleet
import Studies

extension ResultTable {
  /// One row a workflow, for people.
  public static let workflows = ResultTable(
    "workflows.csv",
    "One row a workflow, for people: `executions` = `succeeded` + `failed` + `timed_out` + `aborted` + `unfinished`. Written where there is one.",
    rows: \.workflows,
    columns: [
      ColumnReader("workflow", "The workflow's name.") { .text($0.name) },
      ColumnReader("starts", "Starts that were asked for, whatever became of them.") { .count($0.record.offered) },
      ColumnReader("throttled", "Starts that were refused beyond a rate, or since too many executions were open.") {
        .count($0.record.throttled)
      },
      ColumnReader("executions", "Executions that began, child executions of distributed Maps apart.") { .count($0.record.started) },
      ColumnReader("executions_per_s", "These, per second of the measured window.") { .real($0.executionsPerSecond) },
      ColumnReader("succeeded", "Executions that succeeded.") { .count($0.record.succeeded) },
      ColumnReader("failed", "Executions that failed.") { .count($0.record.failed) },
      ColumnReader("timed_out", "Executions that ran out of their time.") { .count($0.record.timedOut) },
      ColumnReader("aborted", "Executions that were stopped.") { .count($0.record.aborted) },
      ColumnReader("unfinished", "Executions that were open when the run ended.") { .count($0.record.unfinished) },
      ColumnReader("child_executions", "Executions that distributed Maps began.") { .count($0.record.children) },
      ColumnReader("transitions", "States entered, and retries; those of child executions among them.") { .count($0.record.transitions) },
      ColumnReader("delayed_transitions", "Transitions that waited as the account's rate was used up.") { .count($0.record.delayed) },
      ColumnReader("duration_p50_ms", "The median time from the start of an execution to its end.") {
        CSVField($0.durationP50, in: .milliseconds)
      },
      ColumnReader("duration_p99_ms", "Its 99th percentile.") { CSVField($0.durationP99, in: .milliseconds) },
      ColumnReader("cost_usd_per_month", "What a month costs: the workflow's part of the account's bill.") { .money($0.monthCost) },
    ])
}
