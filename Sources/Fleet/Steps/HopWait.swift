import Simulation

/// What a strand is about to hand on, and how far it has come with that.
struct HopWait: BitwiseCopyable {
  enum Stage: UInt8 {
    /// Not begun.
    case none
    /// Held back by the rate of the caller's SDK.
    case pacing
    /// On its way to the target.
    case handing
    /// Waiting for the answer.
    case asking
    /// Waiting before the next attempt.
    case pausing
  }

  var stage = Stage.none
  /// The number from which its own draws derive, the same at every attempt.
  var key: UInt64 = 0
  /// Whether the target is being asked at this moment, so that an answer is kept for the one who asks.
  var isAsking = false
  /// The answer that came while it was being asked.
  var hasAnswer = false
  var loss: Loss?
  /// The attempt that is under way, from 1.
  var attempt: UInt32 = 0
  /// How many items are still to be handed over, and how many copies have been made.
  var left: UInt32 = 1
  var copies: UInt32 = 0
  /// What the target calls the request: an invocation, or a service's record.
  var held = UInt32.max
  /// Who waits for the answer.
  var reply = Ticket.none
  /// What the last retry took of the SDK's quota.
  var paid: Int32 = 0
  /// The half-open time of its breaker of which the attempt is a probe; 0 for none.
  var probe: UInt32 = 0
  /// When the present stage began.
  var since: Nanoseconds = 0
  /// The pause before the last attempt, for back-off that builds on it.
  var lastPause: Nanoseconds = 0
}
