import Scenarios
import Studies

extension ResultTable {
  /// One row a container, for people.
  public static let containers = ResultTable(
    "containers.csv",
    "One row a container, for people: `launches` = `refused_rate` + `refused_number` + `tasks` + those that a fault refused. Written where there is one.",
    rows: \.containers,
    columns: [
      ColumnReader("container", "The container's name.") { .text($0.name) },
      ColumnReader("kind", "What runs it: `fargate` or `ec2`.") { .text($0.kind.rawValue) },
      ColumnReader("launches", "Launches that were asked for, whatever became of them.") { .count($0.launches) },
      ColumnReader("refused_rate", "Launches that were refused beyond the platform's rate.") { .count($0.refusedByRate) },
      ColumnReader("refused_number", "Launches that were refused, as `maximumRunning` tasks ran.") { .count($0.refusedByNumber) },
      ColumnReader("tasks", "Tasks that were begun.") { .count($0.tasks) },
      ColumnReader("succeeded", "Tasks that ended well.") { .count($0.succeeded) },
      ColumnReader("errors", "Tasks that failed.") { .count($0.errors) },
      ColumnReader("unfinished", "Tasks that had not ended when the run did.") { .count($0.unfinished) },
      ColumnReader("start_p50_ms", "The median time from a launch to the beginning of its task.") {
        CSVField($0.startP50, in: .milliseconds)
      },
      ColumnReader("start_p99_ms", "Its 99th percentile.") { CSVField($0.startP99, in: .milliseconds) },
      ColumnReader("duration_p50_ms", "The median time of a task.") { CSVField($0.durationP50, in: .milliseconds) },
      ColumnReader("duration_p99_ms", "Its 99th percentile.") { CSVField($0.durationP99, in: .milliseconds) },
      ColumnReader("running_mean", "Tasks at a time, starting ones among them, on average.") { CSVField($0.runningMean, in: .count) },
      ColumnReader("running_max", "The most tasks at a time.") { CSVField($0.runningMax, in: .count) },
      ColumnReader("wasted_s", "Time of tasks that nobody waited for any more.") { CSVField($0.wasted, in: .seconds) },
      ColumnReader("cost_usd_per_month", "What a month costs: the container's part of the account's bill.") { .money($0.monthCost) },
    ])
}
