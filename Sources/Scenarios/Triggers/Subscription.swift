/// What delivers to something that keeps items: an entry of `from`.
public struct Subscription: Equatable, Sendable {
  /// The name of the topic, bus, bucket or schedule.
  public var source: String
  /// How it delivers.
  public var push: PushTrigger

  /// A subscription from its parts.
  public init(source: String, push: PushTrigger) {
    self.source = source
    self.push = push
  }
}
