import Fleet
import Scenarios

/// All that is reported of a scenario's replications: plain figures, in the order in which tables list them.
///
/// Counts in the summaries, causes and losses are of all replications together; tables print them by replication.
public struct StudyResult: Equatable, Sendable {
  /// What was simulated.
  public var outline: RunOutline
  /// Every listed metric.
  public var metrics: [MetricValue]
  /// The metrics that were asked for by name, in their order.
  public var asked: [MetricValue] = []
  /// The objectives, in the scenario's order.
  public var objectives: [ObjectiveVerdict]
  /// One summary a function, in the scenario's order.
  public var functions: [FunctionSummary]
  /// One summary a traffic source, in the scenario's order.
  public var sources: [SourceSummary]
  /// One summary a front door, in the scenario's order.
  public var doors: [DoorSummary]
  /// One summary a queue, in the scenario's order.
  public var queues: [QueueSummary]
  /// One summary a stream, in the scenario's order.
  public var streams: [StreamSummary]
  /// One summary a function that was invoked asynchronously, in the scenario's order.
  public var events: [EventSummary]
  /// One summary a topic, bus, bucket or schedule, in this order and the scenario's.
  public var brokers: [BrokerSummary]
  /// One summary a service, in the scenario's order.
  public var services: [ServiceSummary]
  /// One summary a container, in the scenario's order.
  public var containers: [ContainerSummary]
  /// One summary a workflow, in the scenario's order.
  public var workflows: [WorkflowSummary]
  /// One summary a step that hands something on, by function and in the order of its steps.
  public var hops: [HopSummary]
  /// The bill.
  public var costs: CostTable
  /// Where latency went.
  public var causes: [CauseShare]
  /// What was lost, by cause.
  public var losses: [LossCount]
  /// Figures over simulated time; empty where none were asked for.
  public var series: [SeriesPoint]

  /// Reads the result off a study's replications.
  ///
  /// - Parameters:
  ///   - reader: of the replications and of all of them added up.
  ///   - pool: what reads the metrics.
  /// - Complexity: O(replications times elements, and intervals times elements).
  init(_ reader: MetricReader, _ pool: WorkPool) {
    let (scenario, record) = (reader.scenario, reader.record)
    outline = RunOutline(scenario, record, replications: reader.replications.count)
    metrics = MetricList.values(reader, pool)
    objectives = scenario.objectives.map { ObjectiveVerdict($0, reader) }
    functions = scenario.functions.enumerated().filter { $1.container == nil }.map { FunctionSummary($1, at: $0, reader) }
    containers = scenario.functions.enumerated().compactMap { ContainerSummary($1, at: $0, reader) }
    sources = scenario.traffic.enumerated().map { SourceSummary($1, at: $0, record.sources[$0], reader) }
    queues = scenario.queues.enumerated().map { QueueSummary($1, at: $0, reader) }
    doors = scenario.doors.enumerated().map { DoorSummary($1, at: $0, reader) }
    streams = scenario.streams.enumerated().map { StreamSummary($1, at: $0, reader) }
    events = scenario.functions.enumerated().compactMap { EventSummary($1, at: $0, reader) }
    brokers = reader.pooled.brokers.map { BrokerSummary($0, reader) }
    services = scenario.services.enumerated().map { ServiceSummary($1, at: $0, reader) }
    workflows = scenario.workflows.enumerated().map { WorkflowSummary($1, at: $0, reader) }
    hops = HopSummary.all(scenario, record)
    costs = reader.costs
    causes = CauseList.shares(scenario, record)
    losses = LossCount.list(scenario, record)
    series = reader.replications.enumerated().flatMap { SeriesList.points(scenario, $1.record, replication: $0) }
  }

  /// Objectives that make the run fail.
  public var failures: Int { objectives.count { $0.isFailure } }

  /// Objectives, advisory ones apart, that more replications would have to decide.
  public var undecided: Int { objectives.count { $0.outcome == .undecided && !$0.objective.advisory } }
}
