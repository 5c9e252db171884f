public import Simulation

/// All that one run tells: plain values, counts and integers, in the order of the blueprint.
public struct RunRecord: Sendable, Equatable {
  /// The measured window: what arrives from the first time to before the second is counted.
  ///
  /// Nanoseconds.
  public var window: Range<Nanoseconds>

  /// Whether the run came to its end, or was stopped before.
  public var isComplete = true

  /// When the run ended, in nanoseconds of simulated time.
  public var endedAt: Nanoseconds = 0

  /// Events that happened: arrivals, and events taken from the future event list; void ones apart.
  public var events: UInt64 = 0

  /// One record a function.
  public var functions: [FunctionRecord] = []

  /// One record a traffic source.
  public var sources: [SourceRecord] = []

  /// One record a schedule, as of a traffic source.
  public var schedules: [SourceRecord] = []

  /// One record a service.
  public var services: [ServiceRecord] = []

  /// One record a queue.
  public var queues: [QueueRecord] = []
  /// One record a step that hands something on, in the order of the programs.
  public var hops: [HopRecord] = []

  /// One record a stream.
  public var streams: [StreamRecord] = []
  /// What became of asynchronous invocations, one record a function; none where no function is invoked so.
  public var asyncEvents: [EventRecord] = []

  /// One record a front door.
  public var doors: [DoorRecord] = []

  /// One record a topic, bus, bucket or schedule, and one a subscription.
  public var brokers: [BrokerRecord] = []

  /// See ``brokers``.
  public var subscriptions: [SubscriptionRecord] = []

  /// One record a workflow.
  public var workflows: [WorkflowRecord] = []

  /// Units of the account's concurrency that were held, provisioned ones among them.
  public var accountConcurrency = LevelRecord()

  /// The time series, where one was asked for.
  public var series: SeriesRecord?

  /// A run in which nothing happened.
  public init(window: Range<Nanoseconds>) { self.window = window }
}
