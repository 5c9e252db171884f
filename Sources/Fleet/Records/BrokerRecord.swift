public import Statistics

/// What one topic, bus, bucket or schedule took in of items born in the measured window.
public struct BrokerRecord: Sendable, Equatable {
  /// Items that were handed to it.
  public var offered: Int64 = 0

  /// Items larger than it accepts.
  public var tooLarge: Int64 = 0

  /// Items that it refused since it was out of order.
  public var unavailable: Int64 = 0

  /// Items that it refused for its limit.
  public var throttled: Int64 = 0

  /// Items that it accepted.
  public var accepted: Int64 = 0

  /// Bytes of these, and the units of them that are billed.
  public var bytes: Int64 = 0

  /// See ``bytes``.
  public var units: Int64 = 0

  /// Objects that were fetched, fetches that were refused for the limit or since it was out of order, and the bytes of the first.
  public var fetches: Int64 = 0

  /// See ``fetches``.
  public var fetchesThrottled: Int64 = 0

  /// See ``fetches``.
  public var fetchesUnavailable: Int64 = 0

  /// See ``fetches``.
  public var bytesFetched: Int64 = 0

  /// One to which nothing came.
  public init() {}

  init(_ books: BrokerBooks) {
    offered = books.offered
    tooLarge = books.tooLarge
    unavailable = books.unavailable
    throttled = books.throttled
    accepted = books.accepted
    bytes = books.bytes
    units = books.units
    fetches = books.fetches
    fetchesThrottled = books.fetchesThrottled
    fetchesUnavailable = books.fetchesUnavailable
    bytesFetched = books.bytesFetched
  }
}

/// What one subscription delivered of the items that its broker accepted.
public struct SubscriptionRecord: Sendable, Equatable {
  /// Items that its filter kept back.
  public var filtered: Int64 = 0

  /// Items that were delivered.
  public var delivered: Int64 = 0

  /// Attempts that were refused.
  public var failures: Int64 = 0

  /// Items that were given up, one entry a ``DeliveryDrop`` in its order.
  public var dropped = [Int64](repeating: 0, count: DeliveryDrop.allCases.count)

  /// Of these, items that went to the dead-letter queue, and those that it refused.
  public var deadLetters: Int64 = 0

  /// See ``deadLetters``.
  public var deadLetterErrors: Int64 = 0

  /// Items on their way when the run ended.
  public var unfinished: Int64 = 0

  /// Bytes of what was delivered, and the units of them that are billed.
  public var bytes: Int64 = 0

  /// See ``bytes``.
  public var units: Int64 = 0

  /// From acceptance to delivery: nanoseconds.
  public var latency = LatencyHistogram()

  /// One that delivered nothing.
  public init() {}

  init(_ books: SubscriptionBooks) {
    filtered = books.filtered
    delivered = books.delivered
    failures = books.failures
    for reason in DeliveryDrop.allCases { dropped[Int(reason.rawValue)] = books.dropped[Int(reason.rawValue)] }
    deadLetters = books.deadLetters
    deadLetterErrors = books.deadLetterErrors
    bytes = books.bytes
    units = books.units
  }
}
