import Scenarios
public import Statistics

/// How much more a month of one result costs than that of another, with the interval of the paired difference.
public struct CostStep: Equatable, Sendable {
  /// Nano-dollars a month, negative where it costs less.
  public var nanodollars: Double
  /// The interval around it, in nano-dollars; nil with too few replications.
  public var interval: ConfidenceInterval?

  /// The step from one result to another; nil where either has no bill.
  ///
  /// Of different numbers of replications those count that they have in common, since the n-th ones met the same demand.
  public init?(from first: StudyResult, to second: StudyResult) {
    func cost(_ result: StudyResult) -> Estimate? { result.metrics.first { $0.subject == .cost && $0.metric == .monthCost }?.estimate }
    guard let (old, new) = cost(first).flatMap({ old in cost(second).map { (old, $0) } }), let before = old.figure.number,
      let after = new.figure.number
    else { return nil }
    let common = min(old.replicates.count, new.replicates.count)
    guard common >= FigureInterval.fewestReplications else {
      nanodollars = (after - before) * 1e9
      return
    }
    let pairs = PairedDifference(
      new.replicates.prefix(common).map { $0 * 1e9 }, minus: old.replicates.prefix(common).map { $0 * 1e9 }, level: FigureInterval.level)
    nanodollars = pairs.estimate
    interval = pairs.interval
  }
}
