public import Simulation

/// Counts and levels by interval of simulated time, from time 0 on.
public struct SeriesRecord: Sendable, Equatable {
  /// What happened to one function in one interval.
  public struct Interval: Sendable, Equatable {
    /// Requests that arrived, refused ones among them.
    public var requests: Int64 = 0
    /// Of these, requests that were throttled.
    public var throttles: Int64 = 0
    /// Of these, requests that ended with an error or a timeout, whenever that was.
    public var failures: Int64 = 0
    /// Of these, requests that waited for a new instance.
    public var coldStarts: Int64 = 0
    /// The sum of the latencies of those that ended, in nanoseconds.
    public var latencySum: Int128 = 0
    /// Of these, requests that ended.
    public var ended: Int64 = 0
    /// Units of concurrency held, integrated over the interval: unit-nanoseconds.
    public var concurrencyArea: Int128 = 0
    /// Nothing happened.
    public init() {}
  }

  /// The length of an interval, in nanoseconds.
  public var every: Nanoseconds

  /// One row a function, of one entry an interval.
  public var functions: [[Interval]]

  /// An empty series.
  public init(every: Nanoseconds, functions: Int) {
    self.every = every
    self.functions = Array(repeating: [], count: functions)
  }
}
