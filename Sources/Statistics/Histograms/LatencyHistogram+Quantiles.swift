extension LatencyHistogram {
  /// Several quantiles in one pass; each is what ``quantile(_:infinite:)`` gives.
  ///
  /// - Parameters:
  ///   - shares: from 0 to 1, ascending.
  ///   - infinite: how many further values rank above every counted one, not negative.
  /// - Complexity: O(bins + shares).
  public func quantiles(_ shares: [Double], infinite: Int64 = 0) -> [Int64?] {
    let total = count + infinite
    guard total > 0, let maximum else { return shares.map { _ in nil } }
    var values: [Int64?] = []
    values.reserveCapacity(shares.count)
    var (below, next) = (Int64(0), 0)
    for share in shares {
      let rank = Self.rank(of: share, among: total)
      while below < rank, next < bins.count {
        below += bins[next].count
        next += 1
      }
      values.append(below >= rank ? value(of: bins[next - 1].bin, maximum) : nil)
    }
    return values
  }
}
