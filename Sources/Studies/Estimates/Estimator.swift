import Scenarios
import Statistics

/// Turns what each replication recorded of one metric into estimates.
///
/// - Source: A. M. Law, Simulation Modeling and Analysis, 5th ed., section 9.4 (replications); for quantiles P. W. Glynn and P. Heidelberger,
///   "Jackknifing under a budget constraint", 1992. Averages of the replications' own quantiles are biased and are not used.
struct Estimator {
  /// What each replication recorded, in their order.
  let readings: [MetricReading]
  /// The length of one replication's measured window in seconds.
  let window: Double

  /// Estimates of some statistics, quantiles in ascending order.
  ///
  /// - Complexity: O(replications times bins) of a histogram.
  func estimates(_ statistics: [Statistic]) -> [Estimate] {
    let figures = readings.map { $0.figures(statistics, window: window) }
    if readings.count == 1 { return figures[0].map { Estimate($0) } }
    var quantiles = self.quantiles(statistics)[...]
    return statistics.indices.map { index in
      let own = figures.map { $0[index] }
      return switch statistics[index] {
      case .quantile: quantiles.popFirst() ?? mean(own)
      case .maximum: maximum(own)
      case .count, .ratio, .mean, .last, .total: mean(own)
      }
    }
  }

  /// The mean over the replications that have the figure.
  private func mean(_ figures: [Figure]) -> Estimate {
    let values = figures.compactMap(\.number)
    guard !values.isEmpty else { return Estimate(figures.first ?? .missing, interval: nil, replicates: [], replications: 0) }
    let whole = values.count == readings.count
    return Estimate(
      Figure.mean(figures), interval: Self.student(values), replicates: whole ? values : [], replications: values.count)
  }

  private static func student(_ values: [Double]) -> FigureInterval? {
    guard values.count >= FigureInterval.fewestReplications else { return nil }
    let interval = MeanInterval(values, level: FigureInterval.level)
    return FigureInterval(low: interval.mean - interval.halfWidth, high: interval.mean + interval.halfWidth, method: .student)
  }

  /// The greatest of all, with the range of the replications' greatest.
  private func maximum(_ figures: [Figure]) -> Estimate {
    let known = figures.filter { $0 != .missing }
    guard let greatest = known.max(by: { $0.rank < $1.rank }) else {
      return Estimate(.missing, interval: nil, replicates: [], replications: 0)
    }
    let values = known.compactMap(\.number)
    let range = values.count == known.count ? FigureInterval(low: values.min() ?? 0, high: values.max() ?? 0, method: .range) : nil
    return Estimate(
      greatest, interval: range, replicates: values.count == readings.count ? values : [], replications: known.count)
  }

  /// The pooled quantiles among some statistics; none where the metric is not of durations.
  private func quantiles(_ statistics: [Statistic]) -> [Estimate] {
    let shares = statistics.compactMap { if case .quantile(let share) = $0 { share } else { nil } }
    let durations = readings.compactMap { reading -> (histogram: LatencyHistogram, unfinished: Int64)? in
      if case .durations(let histogram, let unfinished) = reading { (histogram, unfinished) } else { nil }
    }
    guard !shares.isEmpty, durations.count == readings.count else { return [] }
    let (histograms, unfinished) = (durations.map(\.histogram), durations.map(\.unfinished))
    let greatest = histograms.compactMap(\.maximum).max()
    return QuantileJackknife.quantiles(shares, of: histograms, infinite: unfinished, level: FigureInterval.level).map { quantile in
      let unknown: Figure = unfinished.contains { $0 > 0 } ? .above(greatest ?? 0) : .missing
      return Estimate(
        quantile.pooled.map(Figure.integer) ?? unknown, interval: Self.jackknife(quantile, readings.count),
        replicates: quantile.pseudoValues ?? [], replications: histograms.count { $0.maximum != nil })
    }
  }

  private static func jackknife(_ quantile: QuantileJackknife, _ replications: Int) -> FigureInterval? {
    guard replications >= FigureInterval.fewestReplications, quantile.pooled != nil, quantile.interval != .unbounded else { return nil }
    return FigureInterval(low: quantile.interval.lower, high: quantile.interval.upper, method: .jackknife)
  }
}

extension Figure {
  /// The mean of the figures that are numbers: money to the nano-dollar, whole numbers as such where the mean is whole.
  static func mean(_ figures: [Figure]) -> Figure {
    let known = figures.filter { $0.number != nil }
    let count = Int64(known.count)
    guard count > 0 else { return .missing }
    var (whole, money, sum) = (Int128(0), Int128(0), 0.0)
    var (wholes, moneys) = (0, 0)
    for figure in known {
      if case .integer(let value) = figure { (whole, wholes) = (whole + Int128(value), wholes + 1) }
      if case .money(let value) = figure { (money, moneys) = (money + Int128(value), moneys + 1) }
      sum += figure.number ?? 0
    }
    if moneys == known.count { return .money(Int64(money.roundedQuotient(Int128(count)))) }
    if wholes == known.count {
      return whole % Int128(count) == 0 ? .integer(Int64(whole / Int128(count))) : .real(Double(whole) / Double(count))
    }
    return .real(sum / Double(count))
  }

  /// Where it stands among figures of one kind: numbers by size, what lies above them last.
  fileprivate var rank: (Int, Double) {
    if case .above(let bound) = self { return (1, Double(bound)) }
    return (0, number ?? -.infinity)
  }
}

extension Int128 {
  /// The quotient by a positive number, halves away from zero.
  func roundedQuotient(_ divisor: Int128) -> Int128 {
    let half = self >= 0 ? divisor / 2 : -(divisor / 2)
    return (self + half) / divisor
  }
}
