/// What a name stands for: the kinds of elements, whose names share one space.
enum ElementKind: String, CaseIterable {
  case function
  case door
  case queue
  case stream
  case topic
  case bus
  case bucket
  case schedule
  case service
  case source

  /// The section of the scenario that holds such elements.
  var section: String {
    switch self {
    case .function: "functions"
    case .door: "doors"
    case .queue: "queues"
    case .stream: "streams"
    case .topic: "topics"
    case .bus: "buses"
    case .bucket: "buckets"
    case .schedule: "schedules"
    case .service: "services"
    case .source: "traffic"
    }
  }

  /// Such an element in a sentence.
  var phrase: String { self == .source ? "a source of traffic" : "a \(rawValue)" }

  /// What takes items in.
  static let receivers: [ElementKind] = [.function, .door, .queue, .stream, .topic, .bus, .bucket, .service]

  /// What drives functions: the names under `triggers`.
  static let drivers: [ElementKind] = [.queue, .stream, .topic, .bus, .bucket, .schedule]

  /// What delivers to elements of this kind: the names under their `from`.
  ///
  /// - Source: Amazon SNS, EventBridge, S3 and EventBridge Scheduler guides, on the targets that each delivers to.
  var deliverers: [ElementKind] {
    switch self {
    case .queue: [.topic, .bus, .bucket, .schedule]
    case .stream: [.bus, .schedule]
    case .topic: [.bus, .bucket, .schedule]
    case .bus: [.bus, .bucket, .schedule]
    default: []
    }
  }
}
