/// The nanoseconds that requests spent on each cause, by the coarse bin of their latency, so that the causes of the slowest can be
/// read from the slowest.
///
/// ``Cause/running`` is not listed: it is what the other causes leave of the latencies' sum.
public struct CauseTable: Sendable, Equatable {
  /// What the requests of one coarse bin spent.
  public struct Row: Sendable, Equatable {
    /// The coarse bin of the latency, on the grid of `LatencyBins`.
    public var bin: Int
    /// Nanoseconds, one entry a ``Cause`` in its order.
    public var spent: [Int128]
  }

  /// The coarse bins in use, in order of latency.
  public var rows: [Row] = []

  /// An empty table.
  public init() {}

  /// Adds a time that was spent.
  ///
  /// - Parameters:
  ///   - amount: nanoseconds, not negative.
  ///   - cause: what it was spent on.
  ///   - bin: the coarse bin of the request's latency.
  /// - Complexity: O(rows) for a new bin, O(log rows) otherwise.
  public mutating func add(_ amount: Int128, to cause: Cause, bin: Int) {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].bin < bin { low = middle + 1 } else { high = middle }
    }
    if low == rows.count || rows[low].bin != bin {
      rows.insert(Row(bin: bin, spent: Array(repeating: 0, count: Cause.allCases.count)), at: low)
    }
    rows[low].spent[Int(cause.rawValue)] += amount
  }

  /// Adds another table.
  public mutating func add(_ other: CauseTable) {
    for row in other.rows {
      for cause in Cause.allCases where row.spent[Int(cause.rawValue)] != 0 {
        add(row.spent[Int(cause.rawValue)], to: cause, bin: row.bin)
      }
    }
  }

  /// What the requests at and above a coarse bin spent on a cause, in nanoseconds.
  public func spent(on cause: Cause, fromBin bin: Int = 0) -> Int128 {
    rows.reduce(0) { $0 + ($1.bin >= bin ? $1.spent[Int(cause.rawValue)] : 0) }
  }
}
