public import Variates

/// Asynchronous invocations of functions; times in nanoseconds.
public struct AsyncRules: Equatable, Sendable {
  /// Further tries after an error, by default and at most.
  public var retries: Int
  /// How long is waited before each of them; the last holds for further ones.
  public var waits: [Int64]
  /// How long is waited after a throttle at first; it doubles each time.
  public var throttleBase: Int64
  /// How long is waited after a throttle at most.
  public var throttleCap: Int64
  /// The shortest maximum age of an event that a function may have.
  public var shortestEventAge: Int64
  /// After which age an event is dropped, by default and at most.
  public var maximumEventAge: Int64
  /// From an event's acceptance to the request for an instance.
  public var latency: Distribution
  /// How many invocations one chain may have before it is ended as a loop; nil: any number.
  public var recursionLimit: Int?
  /// Through what beside functions the platform follows a chain; a loop through anything else goes on.
  public var recursionThrough: [Receiver.Kind]
}
