import Simulation

/// The records of a shard, or of some of its keys, that one consumer works on one batch after another.
struct ShardPart: BitwiseCopyable {
  enum Stage: UInt8 {
    /// Without a batch.
    case idle
    /// Gathering records until the window ends.
    case gathering
    /// Waiting for the function.
    case invoking
    /// Waiting until a failed batch is tried again.
    case pausing
  }

  var reader: UInt32
  var stage = Stage.idle
  /// Records that have been read.
  var list = ItemList()
  var listBytes: Int64 = 0
  /// What is being worked on, and what a failed batch has left for later, by place among ``StreamTable/ranges``.
  var range = BatchRange()
  var later = BatchRange.none
  /// The batch of the invocation.
  var batch: UInt32 = 0
  /// The end of the window or of the pause.
  var timer = Ticket.none
  /// When the last invocation ended.
  var endedAt = -Nanoseconds.never
  /// Times during which records waited behind failed ones, and for the window.
  var blocked = StretchClock()
  var gathering = StretchClock()
  /// The tumbling window that is open; none below 0.
  var openWindow: Int64 = -1
  /// The source of the last record, which stands for what has none.
  var source: UInt32 = 0

  static var none: UInt32 { .max }
}

/// Consecutive records of a part that go into one invocation.
struct BatchRange: BitwiseCopyable {
  var items = ItemList()
  /// Invocations that count against the retries, and all since the range is what it is.
  var attempts: UInt32 = 0
  var tries: UInt32 = 0
  /// Since when it waits for another try, and how long it has waited in all.
  var failedAt: Nanoseconds = 0
  var waited: Nanoseconds = 0
  /// Whether its last try was refused, so that the next is the same attempt.
  var wasRefused = false
  /// Whether it ends a tumbling window: its one item is no record.
  var isFinal = false
  /// The range behind it.
  var below = BatchRange.none

  static var none: UInt32 { .max }
}

/// How long something has been so in all.
struct StretchClock: BitwiseCopyable {
  private var total: Nanoseconds = 0
  private(set) var since = Nanoseconds.never
  /// The last stretch.
  private(set) var lastFrom: Nanoseconds = 0
  private var lastUntil: Nanoseconds = 0

  var runs: Bool { since != .never }

  mutating func start(at now: Nanoseconds) { if since == .never { since = now } }

  mutating func stop(at now: Nanoseconds) {
    if since == .never { return }
    total += now - since
    (lastFrom, lastUntil) = (since, now)
    since = .never
  }

  /// The time in all.
  func time(at now: Nanoseconds) -> Nanoseconds { since == .never ? total : total + (now - since) }

  /// The part of the present or last stretch that lies behind a time.
  func overlap(from time: Nanoseconds, to now: Nanoseconds) -> Nanoseconds {
    let (from, until) = since == .never ? (lastFrom, lastUntil) : (since, now)
    return max(0, min(until, now) - max(from, time))
  }
}
