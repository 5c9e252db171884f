/// A queue that functions poll.
public struct QueueSpec: Equatable, Sendable {
  /// The queue's name, unique over all sections.
  public var name: String
  /// A free text beside the name, if given.
  public var label: String?
  /// Whether it keeps an order.
  public var kind: Kind
  /// For how long a received message is hidden from others, nanoseconds, from 0.
  public var visibilityTimeout: Int64
  /// How often a message is received at most before it moves to `deadLetter`, at least 1.
  public var maxReceiveCount: Int
  /// The queue of the same kind that takes what was received too often; nil: it stays until it expires.
  public var deadLetter: String?
  /// For how long a new message is hidden, nanoseconds, from 0.
  public var delay: Int64
  /// For how long a message is kept after it was sent first, nanoseconds, above 0.
  public var retention: Int64
  /// The largest message, bytes.
  public var maxMessageSize: Int64
  /// Messages that may be received and not yet deleted at a time, at least 1.
  public var inFlight: Int
  /// The probability that a receive is answered twice, from 0 to 1; 0 for FIFO.
  public var duplicates: Double
  /// Whether messages of quiet keys go before those of busy ones; standard only.
  public var fair: Bool
  /// Whether FIFO's limits hold for each partition instead of the queue.
  public var highThroughput: Bool
  /// What is there at the start.
  public var initial: InitialItems
  /// What delivers to it, in the order of the file.
  public var from: [Subscription]

  /// Whether a queue or topic keeps an order.
  public enum Kind: String, Equatable, Hashable, Sendable, CaseIterable {
    /// In no certain order, at least once.
    case standard
    /// In order for each key, once.
    case fifo
  }

  /// A queue from its parts.
  public init(
    name: String, label: String? = nil, kind: Kind, visibilityTimeout: Int64, maxReceiveCount: Int, deadLetter: String? = nil,
    delay: Int64 = 0, retention: Int64, maxMessageSize: Int64, inFlight: Int, duplicates: Double, fair: Bool = false,
    highThroughput: Bool = false, initial: InitialItems = .none, from: [Subscription] = []
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    self.visibilityTimeout = visibilityTimeout
    self.maxReceiveCount = maxReceiveCount
    self.deadLetter = deadLetter
    self.delay = delay
    self.retention = retention
    self.maxMessageSize = maxMessageSize
    self.inFlight = inFlight
    self.duplicates = duplicates
    self.fair = fair
    self.highThroughput = highThroughput
    self.initial = initial
    self.from = from
  }
}
