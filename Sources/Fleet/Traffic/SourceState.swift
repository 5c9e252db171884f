import Simulation
import Variates

/// Where a source stands in the generation of its arrivals.
struct SourceState: BitwiseCopyable {
  /// When the next arrival comes; `never` where none is left.
  var next = Nanoseconds.never
  /// The sequence of gaps.
  var gaps: Draw
  /// The segment of the curve, or the place in the list.
  var cursor: UInt32 = 0
  /// When the segment began, and how far into it the last arrival lies: nanoseconds.
  var segmentStart: Nanoseconds = 0
  var offset = 0.0
  /// For on/off: whether the rate is on, and how long it stays.
  var isOn = false
  var length = 0.0
  /// For replayed and repeated arrivals: how many more come at `next`.
  var repeats: UInt32 = 0
  /// What the next arrival is given.
  var payload: UInt32 = 0

  init(_ plan: SourcePlan) { gaps = Draw(plan.key &+ Salt.gaps) }
}

/// How many arrivals of a source have come.
struct ArrivalCount: BitwiseCopyable {
  /// All of them.
  var ordinal: UInt64 = 0
  /// Those in the measured window.
  var sent: Int64 = 0

  /// Counts an arrival and gives its ordinal, from 1.
  @inline(__always)
  mutating func count(isMeasured: Bool) -> UInt64 {
    ordinal &+= 1
    sent &+= isMeasured ? 1 : 0
    return ordinal
  }
}
