/// How something drives a function.
public enum TriggerSpec: Equatable, Sendable {
  /// A queue that is polled.
  case queue(QueueTrigger)
  /// A stream that is read.
  case stream(StreamTrigger)
  /// A topic, bus, bucket or schedule that invokes it asynchronously.
  case push(PushTrigger)
}

/// An entry of a function's `triggers`.
public struct NamedTrigger: Equatable, Sendable {
  /// The name of what drives the function.
  public var source: String
  /// How it does.
  public var trigger: TriggerSpec

  /// A trigger from its parts.
  public init(source: String, trigger: TriggerSpec) {
    self.source = source
    self.trigger = trigger
  }
}
