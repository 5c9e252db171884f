/// Something that an item can be handed to: its kind, and its place in the scenario's array of that kind.
public enum Receiver: Equatable, Hashable, Sendable {
  /// One of `Scenario.functions`: a function or a container.
  case function(Int)
  /// One of `Scenario.doors`.
  case door(Int)
  /// One of `Scenario.queues`.
  case queue(Int)
  /// One of `Scenario.streams`.
  case stream(Int)
  /// One of `Scenario.topics`.
  case topic(Int)
  /// One of `Scenario.buses`.
  case bus(Int)
  /// One of `Scenario.buckets`.
  case bucket(Int)
  /// One of `Scenario.services`.
  case service(Int)
  /// One of `Scenario.workflows`.
  case workflow(Int)

  /// What kind of receiver it is; the raw value is its word in a sentence.
  public enum Kind: String, Equatable, Hashable, Sendable, CaseIterable {
    case function
    case door
    case queue
    case stream
    case topic
    case bus
    case bucket
    case service
    case workflow
  }

  /// The receiver at a place in the scenario's array of its kind.
  public init(_ kind: Kind, at index: Int) {
    switch kind {
    case .function: self = .function(index)
    case .door: self = .door(index)
    case .queue: self = .queue(index)
    case .stream: self = .stream(index)
    case .topic: self = .topic(index)
    case .bus: self = .bus(index)
    case .bucket: self = .bucket(index)
    case .service: self = .service(index)
    case .workflow: self = .workflow(index)
    }
  }

  /// What kind of receiver it is.
  public var kind: Kind {
    switch self {
    case .function: .function
    case .door: .door
    case .queue: .queue
    case .stream: .stream
    case .topic: .topic
    case .bus: .bus
    case .bucket: .bucket
    case .service: .service
    case .workflow: .workflow
    }
  }
}

extension Scenario {
  /// The names of all receivers of a kind, in the order of the file.
  public func receiverNames(_ kind: Receiver.Kind) -> [String] {
    switch kind {
    case .function: functions.map(\.name)
    case .door: names(of: .door)
    case .queue: names(of: .queue)
    case .stream: names(of: .stream)
    case .topic: names(of: .topic)
    case .bus: names(of: .bus)
    case .bucket: names(of: .bucket)
    case .service: names(of: .service)
    case .workflow: names(of: .workflow)
    }
  }

  /// What receives under a name; nil if nothing does.
  ///
  /// - Complexity: O(n) in the elements of the scenario.
  public func receiver(named name: String) -> Receiver? {
    for kind in Receiver.Kind.allCases {
      if let index = receiverNames(kind).firstIndex(of: name) { return Receiver(kind, at: index) }
    }
    return nil
  }
}
