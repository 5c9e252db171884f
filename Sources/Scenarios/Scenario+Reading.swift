internal import Billing
internal import Documents

extension Scenario {
  /// The whole scenario.
  static func read(_ f: inout Fields) -> Scenario {
    if let reading = f.reading, let root = f.node { reading.elements = ElementIndex(root: root) }
    let name = f.required("scenario", .name(example: "webhook-intake"), "the scenario's name")
    _ = f.given(
      "extends", .text(kind: "file name", example: "base.yaml"), shown: "nothing",
      "a scenario of which this one is a variant: mappings merge, lists replace, an empty value removes")
    let label = f.given("label", .text(example: "Webhook intake"), "a free text beside the name")
    let platform = f.required(
      "platform", PlatformProfile.selection,
      "a platform profile, or one with constants overridden: { profile: aws-lambda, keepAlive: 10 min }")
    f.reading?.profile = platform
    let prices = f.given("prices", PriceBook.selection, shown: "the platform's", "a price book, or one with prices overridden")
    let account = f.optional(
      "account", .section(AccountSpec.read), default: AccountSpec(concurrency: platform.concurrency.account), shown: "the platform's",
      "the account's concurrency")
    let run = f.required("run", .section(RunSpec.read), "the run's calendar, length, window and seed")
    f.reading?.run = run
    let doors = f.optional("doors", .named(DoorSpec.syntax), default: [], shown: "none", "ways in from outside, by name")
    let functions = f.required("functions", .named(FunctionSpec.syntax), "the functions, by name")
    let containers = f.optional(
      "containers", .named(FunctionSpec.container), default: [], shown: "none", "what is launched for long work, by name")
    let between = readBetween(&f)
    let services = f.optional(
      "services", .named(ServiceSpec.syntax), default: [], shown: "none", "what the fleet leans on, such as an API or a database, by name")
    let workflows = f.optional("workflows", .named(WorkflowSpec.syntax), default: [], shown: "none", "state machines, by name")
    let traffic = f.optional(
      "traffic", .named(TrafficSpec.syntax), default: [],
      shown: "none, where schedules or what queues and streams hold at the start set the fleet going", "the sources of requests, by name")
    if f.reading != nil && !f.has("traffic") && !between.startsByItself { f.note(.missingKey("traffic")) }
    let faults = f.optional("faults", .list(FaultSpec.syntax), default: [], shown: "none", "what goes wrong on purpose")
    let objectives = f.optional("objectives", .list(ObjectiveText.syntax), default: [], shown: "none", "what is required of the run")
    var scenario = Scenario(
      name: name, label: label, run: run, account: account, platform: platform, prices: prices ?? book(of: platform, f),
      functions: functions + containers, traffic: traffic, objectives: f.reading.map { resolved(objectives, $0) } ?? [])
    scenario.doors = doors
    scenario.take(between)
    scenario.services = services
    scenario.workflows = workflows
    scenario.faults = faults
    return scenario
  }

  /// What stands between functions.
  private struct Between {
    var queues: [QueueSpec]
    var streams: [StreamSpec]
    var topics: [TopicSpec]
    var buses: [BusSpec]
    var buckets: [BucketSpec]
    var schedules: [ScheduleSpec]

    /// Whether something happens without traffic.
    var startsByItself: Bool {
      !schedules.isEmpty || queues.contains { $0.initial != .none } || streams.contains { $0.initial != .none }
    }
  }

  private static func readBetween(_ f: inout Fields) -> Between {
    Between(
      queues: f.optional("queues", .named(QueueSpec.syntax), default: [], shown: "none", "queues, by name"),
      streams: f.optional("streams", .named(StreamSpec.syntax), default: [], shown: "none", "streams, by name"),
      topics: f.optional("topics", .named(TopicSpec.syntax), default: [], shown: "none", "topics, by name"),
      buses: f.optional("buses", .named(BusSpec.syntax), default: [], shown: "none", "event buses, by name"),
      buckets: f.optional("buckets", .named(BucketSpec.syntax), default: [], shown: "none", "buckets, by name"),
      schedules: f.optional(
        "schedules", .named(ScheduleSpec.syntax), default: [], shown: "none", "what the scheduler starts by the calendar, by name"))
  }

  private mutating func take(_ between: Between) {
    queues = between.queues
    streams = between.streams
    topics = between.topics
    buses = between.buses
    buckets = between.buckets
    schedules = between.schedules
  }

  /// The platform's own price book.
  private static func book(of platform: PlatformProfile, _ f: Fields) -> PriceBook {
    guard let reading = f.reading, let node = f.node, !platform.priceBook.isEmpty else { return .blank }
    return PriceBook.named(platform.priceBook, reading, at: f.entry("platform")?.value ?? node, .key(f.path, "platform"))
      ?? .blank
  }

  /// The objectives whose names are found; none where elements have mistakes, since names could not be told.
  static func resolved(_ objectives: [ObjectiveText], _ reading: Reading) -> [Objective] {
    guard reading.faultyPaths.isDisjoint(with: ElementKind.allCases.map(\.section)) else { return [] }
    let resolver = ObjectiveResolver(reading: reading)
    return objectives.compactMap { resolver.resolve($0) }
  }
}
