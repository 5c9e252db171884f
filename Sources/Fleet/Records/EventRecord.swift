public import Statistics

/// What became of one function's asynchronous invocations whose items were born in the measured window.
public struct EventRecord: Sendable, Equatable {
  /// Events that were accepted.
  public var received: Int64 = 0

  /// Events that were refused for their size.
  public var tooLarge: Int64 = 0

  /// Events that succeeded.
  public var processed: Int64 = 0

  /// Tries after a failed one.
  public var retried: Int64 = 0

  /// Tries that the function throttled.
  public var throttled: Int64 = 0

  /// Tries that met the function out of order.
  public var unavailable: Int64 = 0

  /// Events that were given up, one entry an ``EventDrop`` in its order.
  public var dropped = [Int64](repeating: 0, count: EventDrop.allCases.count)

  /// Events that had neither succeeded nor been given up when the run ended.
  public var unfinished: Int64 = 0

  /// From acceptance to the try that succeeded: nanoseconds.
  public var age = LatencyHistogram()

  /// Events that went to the dead-letter queue or topic, and those that it refused.
  public var deadLetters: Int64 = 0

  /// See ``deadLetters``.
  public var deadLetterErrors: Int64 = 0

  /// Records that went to a destination, and those that it refused.
  public var destinationDeliveries: Int64 = 0

  /// See ``destinationDeliveries``.
  public var destinationFailures: Int64 = 0

  /// A function that was never invoked asynchronously.
  public init() {}

  init(_ books: EventBooks) {
    received = books.received
    tooLarge = books.tooLarge
    processed = books.processed
    retried = books.retried
    throttled = books.throttled
    unavailable = books.unavailable
    for reason in EventDrop.allCases { dropped[Int(reason.rawValue)] = books.dropped[Int(reason.rawValue)] }
    deadLetters = books.deadLetters
    deadLetterErrors = books.deadLetterErrors
    destinationDeliveries = books.destinationDeliveries
    destinationFailures = books.destinationFailures
  }
}
