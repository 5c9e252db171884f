public import Billing

/// One checked scenario: a fleet of functions, what flows into it, the platform it stands on and what is asked of it.
///
/// Every value in it has passed the checks of its section and across sections; nothing behind it parses text.
public struct Scenario: Equatable, Sendable {
  /// The scenario's name.
  public var name: String
  /// A free text beside the name, if given.
  public var label: String?
  /// The file it was read from, as it was named by the user.
  public var file: String
  /// The run's calendar, length, window and seed.
  public var run: RunSpec
  /// The account's concurrency.
  public var account: AccountSpec
  /// The platform's constants, the scenario's overrides folded in.
  public var platform: PlatformProfile
  /// What the platform charges, the scenario's overrides folded in.
  public var prices: PriceBook
  /// The ways in from outside, in the order of the file.
  public var doors: [DoorSpec] = []
  /// The functions, then the containers, each in the order of the file.
  public var functions: [FunctionSpec]
  /// The queues, in the order of the file.
  public var queues: [QueueSpec] = []
  /// The streams, in the order of the file.
  public var streams: [StreamSpec] = []
  /// The topics, in the order of the file.
  public var topics: [TopicSpec] = []
  /// The event buses, in the order of the file.
  public var buses: [BusSpec] = []
  /// The buckets, in the order of the file.
  public var buckets: [BucketSpec] = []
  /// What starts by the calendar, in the order of the file.
  public var schedules: [ScheduleSpec] = []
  /// The services that the fleet leans on, in the order of the file.
  public var services: [ServiceSpec] = []
  /// The workflows, in the order of the file.
  public var workflows: [WorkflowSpec] = []
  /// What goes wrong on purpose, in the order of the file, then of the command line.
  public var faults: [FaultSpec] = []
  /// The sources of requests, in the order of the file.
  public var traffic: [TrafficSpec]
  /// What is required of the run, in the order of the file.
  public var objectives: [Objective]

  /// A scenario from its parts.
  public init(
    name: String, label: String? = nil, file: String = "", run: RunSpec, account: AccountSpec, platform: PlatformProfile,
    prices: PriceBook, functions: [FunctionSpec], traffic: [TrafficSpec], objectives: [Objective] = []
  ) {
    self.name = name
    self.label = label
    self.file = file
    self.run = run
    self.account = account
    self.platform = platform
    self.prices = prices
    self.functions = functions
    self.traffic = traffic
    self.objectives = objectives
  }
}
