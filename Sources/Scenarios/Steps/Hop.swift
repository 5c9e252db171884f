public import Variates

/// A step that hands the item on, or asks something for an answer.
public struct Hop: Equatable, Sendable {
  /// How it is handed on.
  public var verb: Verb
  /// The name of what it goes to; for `fetch`, of what it comes from.
  public var to: String
  /// After which time the function gives up waiting.
  public var timeout: HopTimeout
  /// How a failed hop is tried again; nil: as the function's SDK does, or not at all for a service.
  public var retry: Retry?
  /// The size of what is handed on, bytes; nil: that of the current item.
  public var size: Distribution?
  /// The key of what is handed on; nil: that of the current item.
  public var key: ItemKey?
  /// The kind of what is handed on; nil: that of the current item.
  public var kind: String?
  /// How many items are handed on, a draw is rounded to the nearest whole number, at least 0; nil: one.
  public var count: Distribution?
  /// Whether the end of a container's task is waited for.
  public var waits = false
  /// For how long a queue hides what is sent, nanoseconds, at least 0.
  public var delay: Int64
  /// The bucket through which the payload goes while a link to it is handed on; nil: the payload itself is handed on.
  public var claimCheck: String?
  /// How a payload is called with in parts; nil: as a whole.
  public var split: Split?
  /// Stops calling what keeps failing, if given.
  public var breaker: Breaker?

  /// How an item is handed on.
  public enum Verb: String, Equatable, Hashable, Sendable, CaseIterable {
    /// Calls a function and waits for its answer.
    case call
    /// Invokes a function asynchronously.
    case invoke
    /// Sends a message to a queue.
    case send
    /// Puts a record into a stream.
    case put
    /// Publishes to a topic.
    case publish
    /// Puts an event onto a bus.
    case emit
    /// Stores an object in a bucket.
    case store
    /// Fetches an object from a bucket.
    case fetch
    /// Has a container run a task.
    case runTask
    /// Asks a service and waits for its answer.
    case request
    /// Starts an execution of a workflow and does not wait for it.
    case start
  }

  /// A hop from its parts.
  public init(
    _ verb: Verb, to: String, timeout: HopTimeout = .standard, retry: Retry? = nil, size: Distribution? = nil, key: ItemKey? = nil,
    kind: String? = nil, count: Distribution? = nil, delay: Int64 = 0, claimCheck: String? = nil, split: Split? = nil,
    breaker: Breaker? = nil
  ) {
    self.verb = verb
    self.to = to
    self.timeout = timeout
    self.retry = retry
    self.size = size
    self.key = key
    self.kind = kind
    self.count = count
    self.delay = delay
    self.claimCheck = claimCheck
    self.split = split
    self.breaker = breaker
  }
}

/// After which time a function gives up waiting for an answer.
public enum HopTimeout: Equatable, Sendable {
  /// That of the function's SDK; for a service none.
  case standard
  /// Never: it waits until its own end.
  case none
  /// After so many nanoseconds, above 0.
  case after(Int64)
}

/// The key of what is handed on.
public enum ItemKey: Equatable, Sendable {
  /// That of the current item.
  case same
  /// A new one, drawn.
  case drawn(KeySpec)
}

/// A payload that is called with in parts.
public struct Split: Equatable, Sendable {
  /// The largest part, bytes, above 0.
  public var size: Int64
  /// Calls at a time, at least 1; nil: one after another.
  public var parallel: Int?

  /// A payload in parts.
  public init(size: Int64, parallel: Int? = nil) {
    self.size = size
    self.parallel = parallel
  }
}

/// Stops calling what keeps failing: closed, then open after failures, then half open with a few probes.
///
/// - Source: M. Nygard, Release It!, "Circuit Breaker".
public struct Breaker: Equatable, Sendable {
  /// It opens after so many failures, at least 1.
  public var failures: Int
  /// Only failures within this time count, nanoseconds, above 0.
  public var within: Int64
  /// For how long it stays open, nanoseconds, above 0.
  public var open: Int64
  /// How many calls it then lets through before it closes, at least 1.
  public var probes: Int
  /// Whose failures it counts.
  public var scope: Scope

  /// Whose failures a breaker counts.
  public enum Scope: String, Equatable, Hashable, Sendable, CaseIterable {
    /// Those of one instance.
    case instance
    /// Those of all instances of the function.
    case shared
  }

  /// A breaker from its parts.
  public init(failures: Int, within: Int64, open: Int64, probes: Int = 1, scope: Scope = .instance) {
    self.failures = failures
    self.within = within
    self.open = open
    self.probes = probes
    self.scope = scope
  }
}
