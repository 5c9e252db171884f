/// Something that receives requests or items, by its kind and its place among those of its kind.
public struct Target: Sendable, Equatable, BitwiseCopyable {
  /// What kinds of things receive.
  public enum Kind: UInt8, Sendable, BitwiseCopyable {
    /// A function, called synchronously.
    case function
    /// A service that the fleet leans on.
    case service
    /// A queue.
    case queue
    /// A stream.
    case stream
    /// A function, invoked asynchronously.
    case event
    /// A container that runs a task for which nobody waits; one that is waited for is a function.
    case task
    /// A front door.
    case door
    /// What pushes to those that subscribe: a topic, a bus, a bucket that stores, a schedule.
    case broker
    /// A bucket from which is fetched.
    case fetch
    /// A workflow whose execution is started and not waited for.
    case workflow

    /// Whether it answers as soon as it has an item, instead of when it has done with it.
    var onlyTakes: Bool {
      switch self {
      case .function, .service, .door: false
      case .queue, .stream, .event, .task, .broker, .fetch, .workflow: true
      }
    }
  }

  /// The kind.
  public var kind: Kind
  /// The place among those of its kind.
  public var index: UInt32
  /// For what ends at a function: the flow under which the function's books count it.
  public var flow: UInt32

  /// A receiver.
  public init(_ kind: Kind, _ index: UInt32, flow: UInt32 = .max) {
    self.kind = kind
    self.index = index
    self.flow = flow
  }
}

/// A way by which requests come to a function from another part of the fleet: a call in another's steps, or a trigger.
///
/// The books of a function are kept by flow. The traffic sources and warmers are the first flows, by their own indices; links follow.
public struct LinkPlan: Sendable, BitwiseCopyable {
  /// The function at its end.
  public var function: UInt32
  /// Whether the requests are batches of items.
  public var carriesBatches = false

  /// A link to a function.
  public init(to function: UInt32) { self.function = function }
}
