import Simulation

/// Nanoseconds by cause, for one request that waited.
///
/// Elements are reached by spans, as each look at one would copy the whole otherwise; which causes have been charged is kept as bits, since
/// most requests wait for two or three of them.
struct Ledger: BitwiseCopyable {
  private var spent = InlineArray<25, Nanoseconds>(repeating: 0)
  private var charged: UInt32 = 0

  /// The sum over all causes, in nanoseconds.
  private(set) var total: Nanoseconds = 0

  /// Whether nothing has been charged.
  var isEmpty: Bool { charged == 0 }

  subscript(cause: Cause) -> Nanoseconds {
    get { spent.span[Int(cause.rawValue)] }
    set {
      total += newValue - spent.span[Int(cause.rawValue)]
      charged |= 1 &<< UInt32(cause.rawValue)
      var own = spent.mutableSpan
      own[Int(cause.rawValue)] = newValue
    }
  }

  mutating func add(_ other: Ledger) {
    total += other.total
    charged |= other.charged
    let more = other.spent.span
    var own = spent.mutableSpan
    var rest = other.charged
    while rest != 0 {
      own[rest.trailingZeroBitCount] += more[rest.trailingZeroBitCount]
      rest &= rest &- 1
    }
  }

  /// Visits the causes for which time was spent, in their order.
  @inline(__always)
  func visit(_ body: (Cause, Nanoseconds) -> Void) {
    var rest = charged
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      rest &= rest &- 1
      guard let cause = Cause(rawValue: UInt8(truncatingIfNeeded: place)), spent.span[place] != 0 else { continue }
      body(cause, spent.span[place])
    }
  }
}
