import Simulation

/// The messages of one key in a queue that keeps keys apart.
struct MessageGroup: BitwiseCopyable {
  /// The number of key and queue together.
  var key: UInt64
  /// Messages that came back, and those behind them.
  var returned = ItemList()
  var waiting = ItemList()
  /// Messages that are in work or hidden, of these the failed ones, and messages that are still held back.
  var inFlight: Int32 = 0
  var failed: Int32 = 0
  var held: Int32 = 0
  /// When the last message that was held back is let go.
  var heldUntil: Nanoseconds = 0
  /// For how long failed messages have blocked those behind them, and since when they do.
  var blocked: Nanoseconds = 0
  var blockedSince: Nanoseconds = 0
  /// The one behind it in a list of groups, and whether it is in one.
  var next = MessageGroup.none
  var isListed = false

  static var none: UInt32 { .max }

  @inline(__always)
  var hasMessages: Bool { !returned.isEmpty || !waiting.isEmpty }

  /// Whether nothing is left that needs it.
  var isSpent: Bool { !hasMessages && inFlight == 0 && held == 0 }

  /// For how long failed messages have blocked others, up to now.
  func blocked(at now: Nanoseconds) -> Nanoseconds { failed > 0 ? blocked + now - blockedSince : blocked }

  /// Notes that messages of it have failed, or that failed ones have come back.
  mutating func addFailed(_ count: Int32, at now: Nanoseconds) {
    if failed == 0 { blockedSince = now }
    failed += count
    if failed == 0 { blocked += now - blockedSince }
  }
}

/// A list of groups, linked by ``MessageGroup/next``.
struct GroupList: BitwiseCopyable {
  var first = MessageGroup.none
  var last = MessageGroup.none

  @inline(__always)
  var isEmpty: Bool { first == MessageGroup.none }
}
