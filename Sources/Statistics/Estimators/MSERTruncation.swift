/// How much of the beginning of a series is warm-up, by the marginal standard error rule on means of batches: MSER-5.
///
/// A truncation in the second half of a series says that the series has not settled: more data are needed.
///
/// - Source: K. P. White, An effective truncation heuristic for bias reduction in simulation output, Simulation 69 (1997);
///   K. P. White and S. Robinson, The problem of the initial transient (again), or why MSER works, Journal of Simulation 4 (2010). That
///   the last five batches are no candidates: K. Hoad, S. Robinson and R. Davies, Automating warm-up length estimation, Journal of the
///   Operational Research Society 61 (2010).
public struct MSERTruncation: Sendable, Equatable {
  /// How many of the last batches are no candidates: few values that happen to lie close together would always win.
  static let lastBatches = 5

  /// How many values are in a batch.
  public let batch: Int

  /// How many whole batches the series has.
  public let batches: Int

  /// How many values at the beginning the rule deletes, a multiple of the batch; 0 where the series is too short for any.
  public let candidate: Int

  /// The least marginal standard error squared, by which the candidate was found: the batches' variance by their number; NaN where the
  /// series is too short.
  public let statistic: Double

  /// The truncation of a series.
  ///
  /// - Parameters:
  ///   - series: in the order of time, one value an observation or an interval; mostly the mean over replications. What is left after
  ///     the last whole batch is not used.
  ///   - batch: how many values a batch has, at least 1.
  /// - Complexity: O(series).
  public init(_ series: [Double], batch: Int = 5) {
    precondition(batch > 0, "a batch of \(batch)")
    self.batch = batch
    batches = series.count / batch
    var (best, least) = (0, Double.nan)
    var (mean, squares) = (0.0, 0.0)
    // From the end on, by Welford's update, so that every candidate's variance is at hand.
    for index in (0..<batches).reversed() {
      let value = series[index * batch..<(index + 1) * batch].reduce(0, +) / Double(batch)
      let count = Double(batches - index)
      let step = value - mean
      mean += step / count
      squares += step * (value - mean)
      let statistic = squares / (count * count)
      if batches - index > Self.lastBatches && !(statistic > least) { (best, least) = (index, statistic) }
    }
    (candidate, statistic) = (best * batch, least)
  }

  /// How many values at the beginning are warm-up; nil where the series is too short to tell: the candidate lies in its second half.
  public var truncation: Int? { statistic.isNaN || 2 * candidate > batches * batch ? nil : candidate }
}
