public import Fleet
import Scenarios

/// What a planner wants to see of one workflow at a glance; durations in nanoseconds.
public struct WorkflowSummary: Equatable, Sendable {
  /// The workflow's name.
  public var name: String
  /// What the run recorded of it.
  public var record: WorkflowRecord
  /// Executions that began per second of the measured window.
  public var executionsPerSecond: Double
  /// The median time of an execution.
  public var durationP50: Figure
  /// Its 99th percentile.
  public var durationP99: Figure
  /// What a month of it costs, in nano-dollars.
  public var monthCost: Int64

  init(_ spec: WorkflowSpec, at index: Int, _ reader: MetricReader) {
    record = reader.record.workflows[index]
    name = spec.name
    executionsPerSecond = reader.perSecond(record.started)
    let durations = reader.figures(.element(.workflow, index, spec.name), .duration, [.quantile(0.5), .quantile(0.99)])
    (durationP50, durationP99) = (durations[0], durations[1])
    monthCost = reader.costs.month(of: spec.name)
  }
}
