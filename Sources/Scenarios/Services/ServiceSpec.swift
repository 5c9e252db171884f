public import Billing
public import Variates

/// One service that the fleet leans on, such as an API or a database.
public struct ServiceSpec: Equatable, Sendable {
  /// The service's name, unique over all sections.
  public var name: String
  /// A free text beside the name, if given.
  public var label: String?
  /// How long it takes to answer, nanoseconds.
  public var latency: Distribution
  /// How it slows down with its load, if it does.
  public var growth: Growth?
  /// How many requests it takes over time, if that is limited.
  public var rateLimit: RateLimit?
  /// How many requests it takes at a time, if that is limited.
  public var concurrencyLimit: ConcurrencyLimit?
  /// How many requests may wait and for how long, where a limit lets them wait; nil: any number, for ever.
  public var queueLimit: QueueLimit?
  /// How long a refusal takes, nanoseconds.
  public var rejectLatency: Distribution
  /// How often it fails.
  public var failures: Failures
  /// When it does not work.
  public var outages: [Outage]
  /// The size of its answers, bytes.
  public var answer: Distribution
  /// What each served request costs, if anything.
  public var price: Price?

  /// A service from its parts.
  public init(
    name: String, label: String? = nil, latency: Distribution, growth: Growth? = nil, rateLimit: RateLimit? = nil,
    concurrencyLimit: ConcurrencyLimit? = nil, queueLimit: QueueLimit? = nil, rejectLatency: Distribution = .constant(0),
    failures: Failures = Failures(), outages: [Outage] = [], answer: Distribution = .constant(0), price: Price? = nil
  ) {
    self.name = name
    self.label = label
    self.latency = latency
    self.growth = growth
    self.rateLimit = rateLimit
    self.concurrencyLimit = concurrencyLimit
    self.queueLimit = queueLimit
    self.rejectLatency = rejectLatency
    self.failures = failures
    self.outages = outages
    self.answer = answer
    self.price = price
  }
}

extension ServiceSpec {
  /// How a service slows down with its load: latency · (1 + `perConnection` · the connections above `from`).
  public struct Growth: Equatable, Sendable {
    /// So many connections cost nothing, at least 0.
    public var from: Int
    /// What each further one adds, as a share of the latency, at least 0.
    public var perConnection: Double

    /// How a service slows down.
    public init(from: Int, perConnection: Double) {
      self.from = from
      self.perConnection = perConnection
    }
  }

  /// What becomes of a request above a limit.
  public enum Excess: String, Equatable, Hashable, Sendable, CaseIterable {
    /// It is refused.
    case reject
    /// It waits for its turn.
    case queue
  }

  /// A bucket of tokens, one for each request.
  public struct RateLimit: Equatable, Sendable {
    /// Tokens added per second, above 0.
    public var rate: Double
    /// Tokens that it holds at most and at the start, at least 1.
    public var burst: Int
    /// What becomes of a request that finds none.
    public var excess: Excess

    /// A bucket of tokens.
    public init(rate: Double, burst: Int, excess: Excess = .reject) {
      self.rate = rate
      self.burst = burst
      self.excess = excess
    }
  }

  /// A number of connections.
  public struct ConcurrencyLimit: Equatable, Sendable {
    /// Connections at most, at least 1.
    public var connections: Int
    /// What becomes of a request that finds none.
    public var excess: Excess
    /// Who holds a connection.
    public var heldBy: Holder

    /// Who holds a connection.
    public enum Holder: String, Equatable, Hashable, Sendable, CaseIterable {
      /// A request, until it is answered.
      case call
      /// An instance, from its first request until it ends.
      case instance
    }

    /// A number of connections.
    public init(connections: Int, excess: Excess = .reject, heldBy: Holder = .call) {
      self.connections = connections
      self.excess = excess
      self.heldBy = heldBy
    }
  }

  /// Bounds of a queue in front of a limit.
  public struct QueueLimit: Equatable, Sendable {
    /// Requests that wait at most, at least 0; further ones are refused; nil: any number.
    public var length: Int?
    /// After which time a waiting request is refused, nanoseconds, above 0; nil: never.
    public var wait: Int64?

    /// Bounds of a queue.
    public init(length: Int? = nil, wait: Int64? = nil) {
      self.length = length
      self.wait = wait
    }
  }

  /// How often a service fails; probabilities from 0 to 1, together 1 at most.
  public struct Failures: Equatable, Sendable {
    /// It answers with an error, after its latency.
    public var error: Double
    /// It never answers.
    public var stall: Double

    /// How often a service fails.
    public init(error: Double = 0, stall: Double = 0) {
      self.error = error
      self.stall = stall
    }
  }
}
