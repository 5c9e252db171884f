/// How a topic, bus, bucket or schedule delivers to one subscriber.
public struct PushTrigger: Equatable, Sendable {
  /// What is delivered; nil: everything.
  public var filter: ItemFilter?
  /// How often a failed delivery is tried again at most, of buses only; nil: by the policy of what delivers.
  public var retries: Int?
  /// For how long a delivery is tried, nanoseconds, of buses only; nil: by the policy of what delivers.
  public var maximumEventAge: Int64?
  /// The queue that takes what could not be delivered; nil: it is lost.
  public var deadLetter: String?

  /// A delivery from its parts.
  public init(filter: ItemFilter? = nil, retries: Int? = nil, maximumEventAge: Int64? = nil, deadLetter: String? = nil) {
    self.filter = filter
    self.retries = retries
    self.maximumEventAge = maximumEventAge
    self.deadLetter = deadLetter
  }
}
