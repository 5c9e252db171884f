/// All replications' latencies together, from which the quantiles of what is left without some of them are read.
struct QuantilePool {
  let histogram: LatencyHistogram
  private let total: Int64

  /// - Complexity: O(replications · bins).
  init(_ replications: [LatencyHistogram]) {
    histogram = replications.reduce(into: LatencyHistogram()) { $0.add($1) }
    total = histogram.count
  }

  /// Interpolated quantiles of the pool less some of its latencies, nanoseconds.
  ///
  /// - Parameters:
  ///   - shares: from 0 to 1, ascending.
  ///   - part: latencies that are in the pool.
  ///   - infinite: how many further values rank above every counted one.
  /// - Returns: infinity where the rank falls among the infinite ones, NaN where nothing is left.
  /// - Complexity: O(bins + shares).
  func quantiles(_ shares: [Double], without part: LatencyHistogram, infinite: Int64) -> [Double] {
    let finite = total - part.count
    let all = finite + infinite
    guard all > 0 else { return shares.map { _ in .nan } }
    var rest = BinsLeft(pool: histogram.bins, part: part.bins)
    var (below, bin) = (Int64(0), rest.next())
    return shares.map { share in
      let rank = LatencyHistogram.rank(of: share, among: all)
      if rank > finite { return .infinity }
      while let here = bin, below + here.count < rank {
        below += here.count
        bin = rest.next()
      }
      // The position goes on between the ranks, so that leaving out a replication always moves it.
      let position = min(max(share * Double(all) - Double(below), 0), Double(bin!.count))
      return value(at: position / Double(bin!.count), of: bin!.bin)
    }
  }

  /// The value at a place in a bin, from 0 at its lower end to 1 at its upper one.
  private func value(at place: Double, of bin: Int) -> Double {
    let maximum = histogram.maximum!
    if bin == 0 && histogram.value(of: 0, maximum) == 0 { return 0 }
    let lower = LatencyBins.lowerBound(bin)
    // The width is added as a Double: the last bin's end is beyond the greatest Int64.
    let upper = min(Double(lower) + Double(LatencyBins.width(bin)), Double(maximum))
    return Double(lower) + place * (upper - Double(lower))
  }
}

/// The bins of a pool less those of one of its parts, in order, without those of which nothing is left.
private struct BinsLeft {
  let pool: [LatencyHistogram.Bin]
  let part: [LatencyHistogram.Bin]
  private var (i, j) = (0, 0)

  init(pool: [LatencyHistogram.Bin], part: [LatencyHistogram.Bin]) { (self.pool, self.part) = (pool, part) }

  mutating func next() -> LatencyHistogram.Bin? {
    while i < pool.count {
      var here = pool[i]
      i += 1
      if j < part.count, part[j].bin == here.bin {
        here.count -= part[j].count
        j += 1
      }
      precondition(here.count >= 0, "\(here.count) left in bin \(here.bin)")
      if here.count > 0 { return here }
    }
    return nil
  }
}
