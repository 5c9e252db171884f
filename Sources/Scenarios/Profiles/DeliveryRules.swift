public import Variates

/// What pushes items to functions, queues and streams on a platform.
public struct DeliveryRules: Equatable, Sendable {
  /// Topics; nil: not offered.
  public var topics: TopicRules?
  /// Event buses; nil: not offered.
  public var buses: BusRules?
  /// From the end of a PUT to the arrival of a bucket's notification, nanoseconds.
  public var notification: Distribution
  /// The scheduler; nil: not offered.
  public var schedules: SchedulerRules?
}

/// Topics.
public struct TopicRules: Equatable, Sendable {
  /// From publishing to the handler of a warm function, nanoseconds.
  public var standard: Distribution
  /// From publishing over a FIFO queue to the handler of a warm function, nanoseconds; nil: there are no FIFO topics.
  public var fifo: Distribution?
  /// The largest item, bytes.
  public var payload: Int64
  /// The retries of a failed delivery, one phase after the other.
  public var policy: [DeliveryPhase]
}

/// Some retries of a delivery.
public struct DeliveryPhase: Equatable, Sendable {
  /// How many, at least 1.
  public var attempts: Int
  /// The wait before the first of them, nanoseconds.
  public var from: Int64
  /// The wait before the last of them, nanoseconds; those between grow by the same factor.
  public var to: Int64
}

/// Event buses.
public struct BusRules: Equatable, Sendable {
  /// From emission to the handler of a warm function, nanoseconds.
  public var latency: Distribution
  /// The largest item, bytes.
  public var payload: Int64
  /// How often a failed delivery is tried again.
  public var retries: SettingRule<Int>
  /// For how long a delivery is tried, nanoseconds.
  public var maximumEventAge: SettingRule<Int64>
  /// The pace of these retries.
  public var retry: RetryPace
}

/// The scheduler.
public struct SchedulerRules: Equatable, Sendable {
  /// It is late by a uniform draw up to this, nanoseconds.
  public var precision: Int64
  /// How late it may be on purpose, nanoseconds.
  public var flexibleWindow: SettingRule<Int64>
  /// How often a failed delivery is tried again.
  public var retries: SettingRule<Int>
  /// For how long a delivery is tried, nanoseconds.
  public var maximumEventAge: SettingRule<Int64>
  /// The pace of these retries.
  public var retry: RetryPace
}

/// Waits between retries: uniform between 0 and min(cap, base · 2^(n−1)).
public struct RetryPace: Equatable, Sendable {
  /// The bound of the first wait, nanoseconds.
  public var base: Int64
  /// The longest wait, nanoseconds.
  public var cap: Int64
}
