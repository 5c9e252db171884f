import Fleet
public import Scenarios

/// What a planner wants to see of one container at a glance; times in nanoseconds.
public struct ContainerSummary: Equatable, Sendable {
  /// The container's name.
  public var name: String
  /// What runs it.
  public var kind: ContainerSpec.Kind
  /// Launches that were asked for, of all replications together.
  public var launches: Int64
  /// Of these, launches that were refused beyond the platform's rate.
  public var refusedByRate: Int64
  /// Launches that were refused as many tasks ran.
  public var refusedByNumber: Int64
  /// Tasks that were begun.
  public var tasks: Int64
  /// Tasks that ended well.
  public var succeeded: Int64
  /// Tasks that failed.
  public var errors: Int64
  /// Tasks that had not ended when the run did.
  public var unfinished: Int64
  /// The median time from a launch to the beginning of its task.
  public var startP50: Figure
  /// Its 99th percentile.
  public var startP99: Figure
  /// The median time of a task.
  public var durationP50: Figure
  /// Its 99th percentile.
  public var durationP99: Figure
  /// Tasks at a time, starting ones among them, on average.
  public var runningMean: Figure
  /// The most tasks at a time.
  public var runningMax: Figure
  /// Time of tasks that nobody waited for any more.
  public var wasted: Figure
  /// What a month of it costs, in nano-dollars.
  public var monthCost: Int64

  /// Nil for a function.
  init?(_ spec: FunctionSpec, at index: Int, _ reader: MetricReader) {
    guard let container = spec.container else { return nil }
    let record = reader.record.functions[index]
    let scope = MetricScope.element(.container, index, spec.name)
    func figures(_ metric: Metric, _ statistics: [Statistic]) -> [Figure] { reader.figures(scope, metric, statistics) }
    (name, kind) = (spec.name, container.kind)
    launches = record.offered
    refusedByRate = record.refused[Int(Refusal.scalingRate.rawValue)]
    refusedByNumber = record.refused[Int(Refusal.reservedConcurrency.rawValue)]
    (tasks, succeeded, errors, unfinished) = (record.invocations, record.succeeded, record.errors, record.unfinished)
    let (start, duration) = (figures(.`init`, [.quantile(0.5), .quantile(0.99)]), figures(.duration, [.quantile(0.5), .quantile(0.99)]))
    (startP50, startP99, durationP50, durationP99) = (start[0], start[1], duration[0], duration[1])
    let running = figures(.concurrency, [.mean, .maximum])
    (runningMean, runningMax) = (running[0], running[1])
    wasted = figures(.wasted, [.total])[0]
    monthCost = reader.costs.month(of: spec.name)
  }
}
