import Simulation

/// Nanoseconds by cause, for one request that waited.
///
/// Elements are reached by spans, as each look at one would copy the whole otherwise.
struct Ledger: BitwiseCopyable {
  private var spent = InlineArray<25, Nanoseconds>(repeating: 0)

  /// The sum over all causes, in nanoseconds.
  private(set) var total: Nanoseconds = 0

  subscript(cause: Cause) -> Nanoseconds {
    get { spent.span[Int(cause.rawValue)] }
    set {
      total += newValue - spent.span[Int(cause.rawValue)]
      var own = spent.mutableSpan
      own[Int(cause.rawValue)] = newValue
    }
  }

  mutating func add(_ other: Ledger) {
    total += other.total
    let more = other.spent.span
    var own = spent.mutableSpan
    for index in more.indices { own[index] += more[index] }
  }
}
