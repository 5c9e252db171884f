/// What a name stands for: the kinds of elements, whose names share one space; the raw value is the word for it.
public enum ElementKind: String, Equatable, Hashable, Sendable, CaseIterable {
  /// A function.
  case function
  /// A container.
  case container
  /// A way in from outside.
  case door
  /// A queue.
  case queue
  /// A stream.
  case stream
  /// A topic.
  case topic
  /// An event bus.
  case bus
  /// A bucket.
  case bucket
  /// What starts by the calendar.
  case schedule
  /// A service.
  case service
  /// A workflow.
  case workflow
  /// A source of traffic.
  case source

  /// The section of the scenario that holds such elements.
  var section: String {
    switch self {
    case .function: "functions"
    case .container: "containers"
    case .door: "doors"
    case .queue: "queues"
    case .stream: "streams"
    case .topic: "topics"
    case .bus: "buses"
    case .bucket: "buckets"
    case .schedule: "schedules"
    case .service: "services"
    case .workflow: "workflows"
    case .source: "traffic"
    }
  }

  /// Such an element in a sentence.
  var phrase: String { self == .source ? "a source of traffic" : "a \(rawValue)" }

  /// What takes items in.
  static let receivers: [ElementKind] = [.function, .container, .door, .queue, .stream, .topic, .bus, .bucket, .service, .workflow]

  /// What drives functions: the names under `triggers`.
  static let drivers: [ElementKind] = [.queue, .stream, .topic, .bus, .bucket, .schedule]

  /// What delivers to elements of this kind: the names under their `from`.
  ///
  /// - Source: Amazon SNS, EventBridge, S3 and EventBridge Scheduler guides, on the targets that each delivers to.
  var deliverers: [ElementKind] {
    switch self {
    case .queue: [.topic, .bus, .bucket, .schedule]
    case .stream, .container: [.bus, .schedule]
    case .topic: [.bus, .bucket, .schedule]
    case .bus: [.bus, .bucket, .schedule]
    default: []
    }
  }
}

extension Scenario {
  /// The place in ``functions`` of the first element of a kind: containers stand there behind the functions.
  public func first(of kind: ElementKind) -> Int { kind == .container ? functions.count { $0.container == nil } : 0 }

  /// The names of all elements of a kind, in the order of the file.
  public func names(of kind: ElementKind) -> [String] {
    switch kind {
    case .function: functions.filter { $0.container == nil }.map(\.name)
    case .container: functions.filter { $0.container != nil }.map(\.name)
    case .door: doors.map(\.name)
    case .queue: queues.map(\.name)
    case .stream: streams.map(\.name)
    case .topic: topics.map(\.name)
    case .bus: buses.map(\.name)
    case .bucket: buckets.map(\.name)
    case .schedule: schedules.map(\.name)
    case .service: services.map(\.name)
    case .workflow: workflows.map(\.name)
    case .source: traffic.map(\.name)
    }
  }
}
