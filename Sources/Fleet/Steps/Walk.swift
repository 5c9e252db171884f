import Simulation
import Variates

/// Where a strand stands in its program and how far its time has run ahead of the clock.
///
/// Steps that meet nothing are carried out ahead of the clock: their times add up in `elapsed`, and one event stands for all of them.
struct Walk: BitwiseCopyable {
  /// The next operation.
  var place: UInt32
  /// The item of the batch that is worked on; none outside the steps for each item.
  var item = Strand.none
  /// How many loops are open.
  var depth: UInt8 = 0
  /// The name of the error with which a step failed last: its place in ``Blueprint/errorNames`` plus 1; 0 for none.
  var error: UInt16 = 0
  /// How many more passes each open loop has, and how many are done.
  var passes = InlineArray<4, UInt32>(repeating: 0)
  var done = InlineArray<4, UInt32>(repeating: 0)
  /// How many passes there were since time last went on, and the elapsed time then.
  var passesAtOnce: UInt32 = 0
  var passedAt: Nanoseconds = -1
  /// A number for the passes that led here, so that each has draws of its own.
  var visit: UInt64 = 0
  /// Nanoseconds since the walk's base.
  var elapsed: Nanoseconds = 0
  /// Of these, nanoseconds of computing.
  var computed: Nanoseconds = 0

  @inline(__always)
  init(at place: UInt32) { self.place = place }

  /// Opens a loop of some passes.
  ///
  /// - Parameter before: how many passes of it there were elsewhere; those that are left have the draws that they would have had there.
  mutating func openLoop(_ times: UInt32, done before: UInt32 = 0) {
    passes[Int(depth)] = times
    done[Int(depth)] = before
    depth += 1
    if before > 0 { visit &+= UInt64(before) &* Self.step(atDepth: depth) }
  }

  /// Goes on to the next pass of the innermost loop, or closes it.
  ///
  /// - Returns: whether there is a next pass.
  mutating func nextPass() -> Bool {
    passesAtOnce = elapsed == passedAt ? passesAtOnce &+ 1 : 0
    passedAt = elapsed
    passes[Int(depth) - 1] -= 1
    done[Int(depth) - 1] += 1
    visit &+= Self.step(atDepth: depth)
    if passes[Int(depth) - 1] > 0 { return true }
    closeLoop()
    return false
  }

  /// Leaves the innermost loop.
  mutating func closeLoop() {
    visit &-= UInt64(done[Int(depth) - 1]) &* Self.step(atDepth: depth)
    depth -= 1
  }

  /// What a pass at a depth adds to the visits' number.
  static func step(atDepth depth: UInt8) -> UInt64 { Key.mix(UInt64(depth)) | 1 }
}

/// Why a walk stopped.
enum WalkEnd {
  /// Its program is through.
  case finished
  /// A step failed and nothing handled it.
  case failed
  /// It came to a fork, which is its present operation.
  case forked
  /// It came to an operation that meets the rest of the fleet, which is its present one.
  case meets
  /// Its time is beyond the limit.
  case cut
}
