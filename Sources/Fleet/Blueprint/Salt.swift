import Variates

/// The numbers that tell draws for different purposes apart; each a mixed ordinal.
enum Salt {
  /// The kind of an item.
  static var itemKind: UInt64 { Key.mix(1) }
  /// The size of an item.
  static var itemSize: UInt64 { Key.mix(2) }
  /// The gaps between a source's arrivals.
  static var gaps: UInt64 { Key.mix(3) }
  /// The users of a closed source.
  static var user: UInt64 { Key.mix(4) }
  /// A user's time to think.
  static var think: UInt64 { Key.mix(5) }
  /// The pause before an attempt.
  static var backoff: UInt64 { Key.mix(6) }
  /// Which idle instance is picked.
  static var pick: UInt64 { Key.mix(7) }
  /// The response on a new instance.
  static var firstUse: UInt64 { Key.mix(8) }
  /// An instance's lifetime.
  static var lifetime: UInt64 { Key.mix(9) }
  /// An idle instance's keep-alive.
  static var keepAlive: UInt64 { Key.mix(10) }
  /// An instance's thaw.
  static var thaw: UInt64 { Key.mix(11) }
  /// The parts of a cold start.
  static var placement: UInt64 { Key.mix(12) }
  /// See ``placement``.
  static var fetch: UInt64 { Key.mix(13) }
  /// See ``placement``.
  static var uncached: UInt64 { Key.mix(14) }
  /// See ``placement``.
  static var runtime: UInt64 { Key.mix(15) }
  /// See ``placement``.
  static var noise: UInt64 { Key.mix(16) }
  /// See ``placement``.
  static var restore: UInt64 { Key.mix(17) }
  /// The function's own initialisation.
  static var functionInit: UInt64 { Key.mix(18) }
  /// The allocation of provisioned concurrency.
  static var provisioning: UInt64 { Key.mix(19) }
  /// A warmer's ping.
  static var ping: UInt64 { Key.mix(20) }
  /// The key of an item.
  static var itemKey: UInt64 { Key.mix(21) }
  /// How long handing over takes.
  static var handover: UInt64 { Key.mix(25) }
  /// From an event's acceptance to its first try.
  static var eventLatency: UInt64 { Key.mix(40) }
  /// The pause before an event's next try.
  static var eventPause: UInt64 { Key.mix(41) }
  /// The size of a function's answer.
  static var answerSize: UInt64 { Key.mix(42) }
  /// The record that a destination gets.
  static var destination: UInt64 { Key.mix(43) }
  /// A door's own time.
  static var doorLatency: UInt64 { Key.mix(44) }
  /// The way from a broker to a subscriber.
  static var deliveryLatency: UInt64 { Key.mix(45) }
  /// The pause before the next attempt to deliver.
  static var deliveryPause: UInt64 { Key.mix(46) }
  /// The copies that a fan-out makes of an item.
  static var copy: UInt64 { Key.mix(22) }
  /// How a service answers: how long it takes, and whether it fails.
  static var serviceLatency: UInt64 { Key.mix(23) }
  /// The size of what a service answers.
  static var serviceAnswer: UInt64 { Key.mix(60) }
  /// See ``serviceLatency``.
  static var serviceFailure: UInt64 { Key.mix(24) }
  /// How long a message takes from a queue to who polls it.
  static var delivery: UInt64 { Key.mix(26) }
  /// Whether a receive is answered twice.
  static var duplicate: UInt64 { Key.mix(27) }
  /// When in its period a reader polls a shard.
  static var pollPhase: UInt64 { Key.mix(50) }
  /// How long what was read is on its way.
  static var read: UInt64 { Key.mix(51) }
  /// What is in a stream at the start.
  static var initialItem: UInt64 { Key.mix(52) }
  /// What a consumer's destination is told.
  static var notice: UInt64 { Key.mix(53) }
  /// What a workflow is given.
  static var workflowInput: UInt64 { Key.mix(80) }
  /// What is random inside of an execution.
  static var workflowEntropy: UInt64 { Key.mix(81) }
  /// How long it takes to enter a state, to hand a task over, and until a callback.
  static var workflowState: UInt64 { Key.mix(82) }
  /// See ``workflowState``.
  static var workflowTask: UInt64 { Key.mix(83) }
  /// See ``workflowState``.
  static var workflowCallback: UInt64 { Key.mix(84) }
  /// The jitter of a retry.
  static var workflowJitter: UInt64 { Key.mix(85) }
  /// What a task returns.
  static var workflowResult: UInt64 { Key.mix(86) }
  /// A child execution.
  static var workflowChild: UInt64 { Key.mix(87) }
  /// The invocation that ends a tumbling window.
  static var finalCall: UInt64 { Key.mix(54) }
}
