public import Variates

/// How long the platform's own calls take for the caller, without the work that they cause; nanoseconds.
public struct HopRules: Equatable, Sendable {
  /// Calling a function, there and back.
  public var call: Distribution
  /// Having an asynchronous invocation accepted.
  public var invoke: Distribution
  /// Having messages accepted by a queue.
  public var send: Distribution
  /// Having records accepted by a stream.
  public var put: Distribution
  /// Having messages accepted by a topic.
  public var publish: Distribution
  /// Having events accepted by a bus.
  public var emit: Distribution
}
