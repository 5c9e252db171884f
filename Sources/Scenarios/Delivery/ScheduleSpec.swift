public import Variates

/// Something that the platform's scheduler starts by the calendar.
public struct ScheduleSpec: Equatable, Sendable {
  /// The schedule's name, unique over all sections.
  public var name: String
  /// A free text beside the name, if given.
  public var label: String?
  /// When it recurs.
  public var schedule: Schedule
  /// What it goes to; nil: what names it under `triggers` or `from`.
  public var to: String?
  /// Items at each instant, at least 1.
  public var count: Int
  /// How late it may be on purpose, nanoseconds, from 0; the scheduler spreads over it.
  public var flexibleWindow: Int64
  /// How often a failed delivery is tried again at most.
  public var retries: Int
  /// For how long a delivery is tried, nanoseconds.
  public var maximumEventAge: Int64
  /// The queue that takes what could not be delivered; nil: it is lost.
  public var deadLetter: String?
  /// The size of an item, bytes.
  public var size: Distribution
  /// The kinds of the items and their shares, which sum to 1; empty: all are alike.
  public var kinds: [TrafficSpec.KindShare]
  /// The keys of the items, if they have any.
  public var key: KeySpec?

  /// A schedule from its parts.
  public init(
    name: String, label: String? = nil, schedule: Schedule, to: String? = nil, count: Int = 1, flexibleWindow: Int64 = 0, retries: Int,
    maximumEventAge: Int64, deadLetter: String? = nil, size: Distribution = .constant(0), kinds: [TrafficSpec.KindShare] = [],
    key: KeySpec? = nil
  ) {
    self.name = name
    self.label = label
    self.schedule = schedule
    self.to = to
    self.count = count
    self.flexibleWindow = flexibleWindow
    self.retries = retries
    self.maximumEventAge = maximumEventAge
    self.deadLetter = deadLetter
    self.size = size
    self.kinds = kinds
    self.key = key
  }
}
