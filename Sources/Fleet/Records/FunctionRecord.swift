public import Statistics

/// What one function did in the measured window: counts, latencies, causes, integrals and metered quantities, all integers.
public struct FunctionRecord: Sendable, Equatable {
  /// Requests that callers sent, refused ones among them; the pings of a warmer apart.
  public var offered: Int64 = 0

  /// Refused requests, one entry a ``Refusal`` in its order.
  public var refused = [Int64](repeating: 0, count: Refusal.allCases.count)

  /// Invocations that ended well.
  public var succeeded: Int64 = 0

  /// Invocations that ended with an error.
  public var errors: Int64 = 0

  /// Invocations that ran into the function's timeout.
  public var timeouts: Int64 = 0

  /// Accepted requests that had not ended when the run did.
  public var unfinished: Int64 = 0

  /// Invocations whose request waited for a new instance and was the first that it served.
  public var coldStarts: Int64 = 0

  /// Pings of the function's warmer that were accepted; they are billed and count among nothing else.
  public var pings: Int64 = 0

  /// From accepted to answered, of all that ended: nanoseconds.
  public var latency = LatencyHistogram()

  /// From accepted to answered, of those that ended well: nanoseconds.
  public var successLatency = LatencyHistogram()

  /// What the platform calls duration, of all that ended: nanoseconds.
  public var duration = LatencyHistogram()

  /// The whole cold starts of instances started in the window, and each part of them in the order of ``StartPart``: nanoseconds.
  public var start = LatencyHistogram()

  /// See ``start``.
  public var startParts = [LatencyHistogram](repeating: LatencyHistogram(), count: StartPart.allCases.count)

  /// What latencies were spent on.
  public var causes = CauseTable()

  /// Units of concurrency held, integrated over the window (unit-nanoseconds), and the most held at one time.
  public var concurrency = LevelRecord()

  /// Instances alive, integrated over the window (instance-nanoseconds), and the most at one time.
  public var instances = LevelRecord()

  /// Provisioned instances, ready or not, integrated over the window, and the most at one time.
  public var provisioned = LevelRecord()

  /// Nanoseconds of duration after the caller had given up.
  public var wasted: Int128 = 0

  /// Invocations that handed on what they had no time for.
  public var continuations = ContinuationRecord()

  /// What the platform meters.
  public var meter = FunctionMeter()

  /// A function that did nothing.
  public init() {}

  /// Invocations that ended: the count behind latency and duration.
  public var ended: Int64 { succeeded + errors + timeouts }

  /// Accepted requests: ended or not, pings apart.
  public var invocations: Int64 { ended + unfinished }

  /// Refusals that are throttles.
  public var throttles: Int64 {
    Refusal.allCases.reduce(0) { $0 + ($1.isThrottle ? refused[Int($1.rawValue)] : 0) }
  }
}

/// A level's time integral over the measured window, and its greatest and its last value there.
public struct LevelRecord: Sendable, Equatable {
  /// Level times nanoseconds.
  public var area: Int128 = 0
  /// The greatest level.
  public var peak: Int64 = 0
  /// The level at the end of the window.
  public var last: Int64 = 0
  /// A level of 0.
  public init() {}
}
