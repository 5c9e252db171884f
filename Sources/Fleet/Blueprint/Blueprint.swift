public import Simulation
public import StatesLanguage
public import Variates

/// A fleet ready to be simulated: a scenario in which names have become indices, distributions samplers and steps operations.
///
/// A plain value that any number of runs may read. Nothing that a run does parses, looks up a name or fails for what stands here.
public struct Blueprint: Sendable {
  /// When counting begins, when arrivals end, and when the run ends at the latest; nanoseconds.
  public var measureFrom: Nanoseconds
  /// See ``measureFrom``.
  public var arrivalsEnd: Nanoseconds
  /// See ``measureFrom``.
  public var end: Nanoseconds

  /// The functions, and their names for messages.
  public var functions: [FunctionPlan] = []
  /// See ``functions``.
  public var functionNames: [String] = []
  /// Provisioned concurrency, for the functions that have it.
  public var provisioned: [ProvisionedPlan] = []
  /// What all functions share.
  public var account = AccountPlan()

  /// The programs of all functions, each a range that ends with its `end`.
  public var operations: [Operation] = []
  /// The conversions of CPU work that operations name.
  public var conversions: [CPUConversion] = []

  /// The ways by which functions are reached from other parts of the fleet; flows of their own behind those of ``sources``.
  public var links: [LinkPlan] = []
  /// The steps that hand something on.
  public var hops: [HopPlan] = []
  /// What becomes of asynchronous invocations, one a function; none where no function is invoked so.
  public var events: [EventPlan] = []
  /// The ways in from outside.
  public var doors: [DoorPlan] = []
  /// The bucket that doors share, where they do.
  public var doorThrottle: TokenBucket?
  /// Topics, buses, buckets and schedules.
  public var brokers: [BrokerPlan] = []
  /// What subscribes to them: those of one broker beside one another.
  public var subscriptions: [SubscriptionPlan] = []
  /// The kinds of items that filters name.
  public var filterKinds: [UInt16] = []
  /// The pauses that retry policies name, in nanoseconds.
  public var pauses: [Nanoseconds] = []
  /// The SDKs that hops name.
  public var sdks: [SDKPlan] = []
  /// The breakers that hops name.
  public var breakers: [BreakerPlan] = []
  /// What the fleet leans on.
  public var services: [ServicePlan] = []
  /// The queues, and the ways by which they drive functions.
  public var queues: [QueuePlan] = []
  /// See ``queues``.
  public var mappings: [MappingPlan] = []
  /// The workflows, and what all of them share.
  public var workflows: [WorkflowPlan] = []
  /// See ``workflows``.
  public var workflowAccount = WorkflowAccountPlan()
  /// What starts workflows brings as their input, and for each source its place there; -1 for none.
  public var workflowInputs: [PayloadTemplate] = []
  /// See ``workflowInputs``.
  public var sourceInputs: [Int32] = []
  /// The names of items' kinds, and of functions' errors, by number.
  public var kindNames: [String] = []
  /// See ``kindNames``.
  public var errorNames: [String] = []
  /// When the run begins, in nanoseconds since 1970.
  public var calendarStart: Nanoseconds = 0

  /// When what is out of order, in order of time for each.
  public var outages: [Outage] = []

  /// The streams, the functions that they drive, and the changes of their shards.
  public var streams: [StreamPlan] = []
  /// See ``streams``.
  public var consumers: [ConsumerPlan] = []
  /// See ``streams``.
  public var reshards: [Reshard] = []

  /// What goes wrong on purpose, in order of time for each element.
  public var faults: [FaultPlan] = []
  /// When functions are deployed anew.
  public var deploys: [DeployPlan] = []

  /// The traffic sources, then the schedules, then the warmers of functions, then what is there at the start.
  public var sources: [SourcePlan] = []
  /// How many of ``sources`` are traffic of the scenario.
  public var trafficCount = 0
  /// How many of ``sources`` behind these are schedules.
  public var scheduleCount = 0
  /// The callers that sources name.
  public var clients: [ClientPlan] = []
  /// The pieces of rate curves.
  public var segments: [RateSegment] = []
  /// Listed arrival times, ascending within a source, in nanoseconds.
  public var times: [Nanoseconds] = []
  /// The durations that traces give, in nanoseconds.
  public var durations: [Nanoseconds] = []
  /// Listed counts.
  public var counts: [UInt32] = []

  /// The knots of all samplers.
  public var samplers = SamplerTable()
  /// The delays that recur, each a lane, in nanoseconds.
  public var delays: [Nanoseconds] = []

  /// The length of the time series' intervals; 0 for none.
  public var seriesEvery: Nanoseconds = 0
  /// How the engine goes about it; the results are the same.
  public var engine = EngineOptions()

  /// An empty fleet that is watched for a time.
  public init(measureFrom: Nanoseconds = 0, arrivalsEnd: Nanoseconds, end: Nanoseconds) {
    self.measureFrom = measureFrom
    self.arrivalsEnd = arrivalsEnd
    self.end = end
  }

  /// The lane of a delay, which is opened if there is none; -1 once there are ``EngineOptions/mostLanes``.
  public mutating func lane(of delay: Nanoseconds) -> Int32 {
    if let place = delays.firstIndex(of: delay) { return Int32(place) }
    if delays.count == EngineOptions.mostLanes { return -1 }
    delays.append(delay)
    return Int32(delays.count - 1)
  }
}

extension Blueprint {
  /// The function at the end of each flow, sources and warmers before links; `UInt32.max` for a source that goes to something else.
  var flowFunctions: [UInt32] {
    sources.map { $0.target.map { $0.kind == .function ? $0.index : .max } ?? $0.function } + links.map(\.function)
  }
}

/// Ways in which the engine can go about a run, for the same bytes: the fast ones, or the plainest.
public struct EngineOptions: Sendable, Equatable {
  /// The most delays that have lanes of their own.
  public static let mostLanes = 256

  /// Whether recurring delays have lanes beside the heap.
  public var usesLanes = true
  /// About how many arrivals are generated at a time.
  public var windowSize = 8192
  /// How many observations are folded at a time.
  public var blockSize = 2048
  /// Whether instances expire by events instead of when they are next looked at.
  public var expiresEagerly = false
  /// Whether programs that meet nothing are carried out at once.
  public var folds = true

  /// The fast ways.
  public init() {}

  /// The plainest ways: every delay in the heap, one arrival and one observation at a time, an event for every expiry, a strand for
  /// every invocation.
  public static var plain: EngineOptions {
    var options = EngineOptions()
    options.usesLanes = false
    options.windowSize = 1
    options.blockSize = 1
    options.expiresEagerly = true
    options.folds = false
    return options
  }
}
