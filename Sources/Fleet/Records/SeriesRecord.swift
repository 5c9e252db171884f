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

  /// A level integrated over each interval: level-nanoseconds; intervals at the end at which it was 0 may be missing.
  public struct Areas: Sendable, Equatable {
    /// One entry an interval.
    public var intervals: [Int128] = []

    /// A level of 0.
    public init() {}

    /// Adds to an interval.
    mutating func add(_ area: Int128, at interval: Int) {
      if area == 0 { return }
      while intervals.count <= interval { intervals.append(0) }
      intervals[interval] += area
    }
  }

  /// The length of an interval, in nanoseconds.
  public var every: Nanoseconds

  /// One row a function, of one entry an interval.
  public var functions: [[Interval]]

  /// Busy connections of each service.
  public var services: [Areas]

  /// Messages that waited in each queue.
  public var queues: [Areas]

  /// An empty series.
  public init(every: Nanoseconds, functions: Int, services: Int = 0, queues: Int = 0) {
    self.every = every
    self.functions = Array(repeating: [], count: functions)
    self.services = Array(repeating: Areas(), count: services)
    self.queues = Array(repeating: Areas(), count: queues)
  }
}
