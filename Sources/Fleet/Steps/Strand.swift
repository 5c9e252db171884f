import Simulation

/// What executes: a place in a program, and for a branch of a fork the strand that waits for it.
struct Strand: BitwiseCopyable {
  /// The invocation that it belongs to.
  var invocation: UInt32
  /// Where it stands.
  var walk: Walk
  /// The time from which the walk's elapsed time counts, in nanoseconds.
  var base: Nanoseconds
  /// How the walk ended, once its event comes, and the ticket of that event.
  var end = WalkEnd.finished
  var timer = Ticket.none
  /// The strand that forked it; none for an invocation's first strand.
  var parent = Strand.none

  /// What it has waited for, kept with the items; none where that is nothing.
  var trail = Item.none
  /// Whether the step at which it stands has failed, and nothing handles that.
  var isFailing = false
  /// The step that hands something on, where it stands at one.
  var hop = HopWait()

  /// In a branch of a payload that was split: the size of the part, in bytes; -1 elsewhere.
  var part: Int64 = -1

  /// When a branch began.
  var begun: Nanoseconds = 0

  /// At a fork over the items of a batch: the item of the next branch.
  var nextItem = Item.none
  /// At a fork: its branches as a list, how many run, how many are still to begin, and the number of the next.
  var firstBranch = Strand.none
  var nextSibling = Strand.none
  var running: UInt32 = 0
  var remaining: UInt32 = 0
  var nextBranch: UInt32 = 0
  var hasFailedBranch = false

  static var none: UInt32 { .max }
}
