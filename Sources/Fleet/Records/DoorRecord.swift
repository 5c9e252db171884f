public import Statistics

/// What one front door did with requests born in the measured window.
public struct DoorRecord: Sendable, Equatable {
  /// Requests that came.
  public var requests: Int64 = 0

  /// Requests that its own bucket refused.
  public var throttled: Int64 = 0

  /// Requests that the bucket refused which doors share.
  public var throttledByAccount: Int64 = 0

  /// Requests larger than it takes.
  public var tooLarge: Int64 = 0

  /// Requests that it refused since it was out of order.
  public var unavailable: Int64 = 0

  /// Requests that were answered well.
  public var succeeded: Int64 = 0

  /// Requests that what stands behind it failed, or answered with more than the door lets through.
  public var errors: Int64 = 0

  /// Requests for which what stands behind it took too long.
  public var timeouts: Int64 = 0

  /// Requests that what stands behind it refused.
  public var refused: Int64 = 0

  /// Requests that their caller gave up before there was an answer from behind.
  public var abandoned: Int64 = 0

  /// Requests in the door or behind it when the run ended.
  public var unfinished: Int64 = 0

  /// Bytes of the requests that were let in, and of good answers.
  public var bytesIn: Int64 = 0

  /// See ``bytesIn``.
  public var bytesOut: Int64 = 0

  /// The units of requests that are billed.
  public var units: Int64 = 0

  /// From arrival to answer, of requests that were let in and answered: nanoseconds.
  public var latency = LatencyHistogram()

  /// A door to which nothing came.
  public init() {}

  init(_ books: DoorBooks) {
    requests = books.requests
    throttled = books.throttled
    throttledByAccount = books.throttledByAccount
    tooLarge = books.tooLarge
    unavailable = books.unavailable
    succeeded = books.succeeded
    errors = books.errors
    timeouts = books.timeouts
    refused = books.refused
    abandoned = books.abandoned
    bytesIn = books.bytesIn
    bytesOut = books.bytesOut
    units = books.units
  }
}
