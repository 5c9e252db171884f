/// A quantile of the latencies of all replications together, with the interval that the differences between replications give it.
///
/// Requests of one replication depend on one another, so that intervals from their number are far too narrow; replications do not. The
/// jackknife leaves out one replication after the other and asks how far the pooled quantile moves.
///
/// The reported value is ``LatencyHistogram/quantile(_:infinite:)`` of the pool, as everywhere else: the middle of a bin. Its steps of up
/// to 0.8 % are no use to the jackknife, which multiplies the move of the quantile by the number of replications: either nothing moves and
/// the interval is a point, or it leaps by one bin times that number. Therefore the moves are those of interpolated quantiles: linear
/// within a bin by rank, the last one up to the greatest latency, with the same bins and ends for the pool and every rest of it. Half a bin
/// (0.4 %), by which the reported value may be off, is not in the interval.
///
/// Requests that were lost may rank as infinitely late. If the quantile is infinite without some replication, the interval has no upper
/// end; its lower one is that of the jackknife of the reciprocal, for which "infinitely late" is 0 and nothing special. Where a rest
/// has no requests at all, there is no interval.
///
/// Runs that are short for their quantile under-cover: of nominal 95 % intervals of p99 from 20,000 requests a replication to M/M/10 at
/// 90 % load, about 86 % contain the truth with 10 replications and about 90 % with 30.
///
/// - Source: R. G. Miller, The jackknife: a review, Biometrika 61 (1974), for groups that are left out together; A. M. Law, Simulation
///   Modeling and Analysis, 5th ed., section 9.5.2, for quantiles over replications.
public struct QuantileJackknife: Sendable, Equatable {
  /// The share of requests that are at most as late, 0 to 1.
  public let share: Double

  /// The quantile of all replications together, nanoseconds; nil where it is infinite, and without requests.
  public let pooled: Int64?

  /// The interpolated quantile of all replications together, nanoseconds; infinity where ``pooled`` has no value.
  public let interpolated: Double

  /// The interpolated quantiles without each replication in turn, nanoseconds; infinity where it is infinite, NaN without requests.
  public let leftOut: [Double]

  /// What each replication contributes, nanoseconds, negative too: R θ - (R - 1) θ₋ᵣ of the interpolated quantiles.
  ///
  /// Nil where any of them is infinite or missing, and for fewer than two replications.
  public let pseudoValues: [Double]?

  /// The standard error, nanoseconds; infinite without ``pseudoValues``.
  public let standardError: Double

  /// The t interval around ``pooled``, nanoseconds; its lower end is not below 0.
  public let interval: ConfidenceInterval

  /// Several quantiles of the same replications.
  ///
  /// - Parameters:
  ///   - shares: from 0 to 1, in any order.
  ///   - replications: the latencies of each.
  ///   - infinite: how many further requests of each rank above every counted one; none if empty.
  ///   - level: the confidence level, between 0 and 1.
  /// - Returns: one a share, in their order.
  /// - Complexity: O(replications · (bins + shares)): a rest is read off the pool less one replication, without merging again.
  public static func quantiles(
    _ shares: [Double], of replications: [LatencyHistogram], infinite: [Int64] = [], level: Double = 0.95
  ) -> [QuantileJackknife] {
    precondition(infinite.isEmpty || infinite.count == replications.count, "\(infinite.count) of \(replications.count) replications")
    precondition(shares.allSatisfy { $0 >= 0 && $0 <= 1 } && level > 0 && level < 1, "shares \(shares) at level \(level)")
    let pool = QuantilePool(replications)
    let lost = infinite.reduce(0, +)
    let order = shares.indices.sorted { (shares[$0], $0) < (shares[$1], $1) }
    let ascending = order.map { shares[$0] }
    let pooled = pool.histogram.quantiles(ascending, infinite: lost)
    let whole = pool.quantiles(ascending, without: LatencyHistogram(), infinite: lost)
    let rests = replications.indices.map { index in
      pool.quantiles(ascending, without: replications[index], infinite: lost - (infinite.isEmpty ? 0 : infinite[index]))
    }
    var results: [QuantileJackknife?] = shares.map { _ in nil }
    for (place, index) in order.enumerated() {
      results[index] = QuantileJackknife(
        share: shares[index], pooled: pooled[place], interpolated: whole[place], leftOut: rests.map { $0[place] }, level: level)
    }
    return results.map { $0! }
  }

  init(share: Double, pooled: Int64?, interpolated: Double, leftOut: [Double], level: Double) {
    (self.share, self.pooled, self.leftOut) = (share, pooled, leftOut)
    self.interpolated = interpolated.isNaN ? .infinity : interpolated
    guard leftOut.count > 1, !interpolated.isNaN, !leftOut.contains(where: \.isNaN) else {
      (pseudoValues, standardError, interval) = (nil, .infinity, .unbounded)
      return
    }
    guard let pooled, leftOut.allSatisfy(\.isFinite) else {
      (pseudoValues, standardError) = (nil, .infinity)
      interval = Self.openInterval(interpolated, leftOut, level: level)
      return
    }
    let values = Self.pseudoValues(interpolated, leftOut)
    let spread = MeanInterval(values, level: level)
    (pseudoValues, standardError) = (values, spread.standardError)
    let center = Double(pooled)
    interval = ConfidenceInterval(lower: max(0, center - spread.halfWidth), upper: center + spread.halfWidth)
  }

  private static func pseudoValues(_ whole: Double, _ rests: [Double]) -> [Double] {
    let n = Double(rests.count)
    return rests.map { n * whole - (n - 1) * $0 }
  }

  /// The interval without an upper end, from the jackknife of the reciprocals.
  private static func openInterval(_ whole: Double, _ rests: [Double], level: Double) -> ConfidenceInterval {
    let rates = rests.map { 1 / $0 }
    guard whole > 0, rates.allSatisfy(\.isFinite) else { return ConfidenceInterval(lower: 0, upper: .infinity) }
    let rate = 1 / whole
    let greatest = rate + MeanInterval(pseudoValues(rate, rates), level: level).halfWidth
    return ConfidenceInterval(lower: 1 / greatest, upper: .infinity)
  }
}
