import Simulation

/// Nanoseconds by cause, for one request that waited.
///
/// Elements are reached by spans, as each look at one would copy the whole otherwise; which causes have been charged is kept as bits, since
/// most requests wait for two or three of them.
struct Ledger: BitwiseCopyable {
  private var charged: UInt32 = 0

  /// The sum over all causes, in nanoseconds.
  private(set) var total: Nanoseconds = 0

  private var spent = InlineArray<25, Nanoseconds>(repeating: 0)

  /// Whether nothing has been charged.
  var isEmpty: Bool { charged == 0 }

  /// What was spent on a cause, in nanoseconds.
  subscript(cause: Cause) -> Nanoseconds {
    @inline(__always)
    _modify {
      let place = Int(cause.rawValue)
      let before = spent.mutableSpan[place]
      var time = before
      yield &time
      total &+= time &- before
      charged |= 1 &<< UInt32(cause.rawValue)
      var own = spent.mutableSpan
      own[place] = time
    }
    get { spent.span[Int(cause.rawValue)] }
  }

  /// Forgets all that was charged.
  mutating func clear() {
    var own = spent.mutableSpan
    var rest = charged
    while rest != 0 {
      own[rest.trailingZeroBitCount] = 0
      rest &= rest &- 1
    }
    (charged, total) = (0, 0)
  }

  /// Adds what another was charged with; that stays as it is, and is changed for the compiler only, so that it is not copied.
  mutating func add(_ other: inout Ledger) {
    total &+= other.total
    charged |= other.charged
    let more = other.spent.mutableSpan
    var own = spent.mutableSpan
    var rest = other.charged
    while rest != 0 {
      own[rest.trailingZeroBitCount] &+= more[rest.trailingZeroBitCount]
      rest &= rest &- 1
    }
  }

  /// Adds what was charged to sums that lie in the order of the causes.
  mutating func add(to sums: inout Table<Int128>, from first: Int) {
    let own = spent.mutableSpan
    var rest = charged
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      sums[first &+ place] += Int128(own[place])
      rest &= rest &- 1
    }
  }
}
