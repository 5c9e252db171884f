import Simulation

/// Items that one invocation gets: a list of item records, in the order in which they are worked on.
struct Batch: BitwiseCopyable {
  /// Its first item; the others follow by ``Item/next``.
  var first: UInt32
  /// How many items there are; for 0, the first stands for the invocation but is none of its items.
  var count: UInt32
  /// Who keeps it: the index of the trigger that received it.
  var trigger: UInt32 = 0
  /// A number of the trigger's own: the shard's part, the poller.
  var part: UInt32 = 0
  /// Whether the function reports the items that failed, instead of failing with the first.
  var reportsFailures = false
  /// Whether an item that fails takes all behind it with it.
  var isOrdered = false
  /// How many of its items have failed.
  var failures: UInt32 = 0
  /// When it was received and how often it was tried, from 1.
  var receivedAt: Nanoseconds = 0
  var attempts: UInt32 = 0
}
