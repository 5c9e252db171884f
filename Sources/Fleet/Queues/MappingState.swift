import Simulation
import Statistics

/// What changes about one event-source mapping.
struct MappingState: BitwiseCopyable {
  /// Invocations at a time that it allows itself, and those that it has: batches from their first message to their end.
  var limit: Int64
  var slots: Int64 = 0
  /// When it last had more than it starts with, and when it last received something.
  var aboveAt: Nanoseconds = 0
  var receivedAt: Nanoseconds = 0
  /// Since when polls are counted that find nothing.
  var polledSince: Nanoseconds = 0
  /// When it last backed off.
  var backedOffAt = -Nanoseconds.never
  /// Whether an event will add an invocation at a time, and whether one will look again.
  var isRamping = false
  var isLooking = false

  /// The batch that is being filled, and the timer of its window.
  var open = Receipt.none
  var windowTimer = Ticket.none
  /// Batches whose messages are hidden, in the order in which they come back, and whether a timer watches over the first.
  var firstHidden = Receipt.none
  var lastHidden = Receipt.none
  var isWatching = false

  /// Pollers that are set aside, and the time up to which their polls and bytes keep them busy.
  var pollers = LevelIntegral()
  var polledUpTo: Nanoseconds = 0

  init(_ plan: MappingPlan) {
    limit = plan.start
    pollers.add(plan.pollers(for: limit), at: 0)
  }
}

/// A batch of messages that a mapping has received: what it knows beside the ``Batch`` that the function gets.
struct Receipt: BitwiseCopyable {
  enum Stage: UInt8 {
    /// It is being filled.
    case filling
    /// The function has it.
    case running
    /// The function has it, and its messages have become visible again.
    case stale
    /// The function refused it, and it waits to be tried again.
    case backingOff
    /// What is left of it waits to become visible again.
    case failed
  }

  var mapping: UInt32
  var batch = Item.none
  var stage = Stage.filling
  /// Its messages, while it is being filled or waits.
  var items = ItemList()
  var bytes: Int64 = 0
  /// When the next of its messages becomes visible again.
  var hiddenUntil: Nanoseconds
  /// Its neighbours among the hidden ones.
  var previous = Receipt.none
  var next = Receipt.none
  /// When it was first handed to the function, and the event of the next attempt.
  var submittedAt: Nanoseconds = 0
  /// How long it had been throttled by the last attempt.
  var backedOff: Nanoseconds = 0
  var retry = Ticket.none

  static var none: UInt32 { .max }
}
