import Simulation

/// Nanoseconds by cause, for one request that waited.
struct Ledger: BitwiseCopyable {
  private var spent = InlineArray<25, Nanoseconds>(repeating: 0)

  subscript(cause: Cause) -> Nanoseconds {
    get { spent[Int(cause.rawValue)] }
    set { spent[Int(cause.rawValue)] = newValue }
  }

  /// The sum over all causes, in nanoseconds.
  var total: Nanoseconds {
    var sum: Nanoseconds = 0
    for index in spent.indices { sum += spent[index] }
    return sum
  }

  mutating func add(_ other: Ledger) {
    for index in spent.indices { spent[index] += other.spent[index] }
  }
}
