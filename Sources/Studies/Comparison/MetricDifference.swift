import Scenarios
import Statistics

/// How one figure of a variant differs from that of the baseline.
public struct MetricDifference: Equatable, Sendable {
  /// How the interval of a difference comes about; the raw value is its word in tables.
  public enum Method: String, Equatable, Sendable {
    /// Student's t over the differences of replications that met the same demand.
    case paired = "paired t"
    /// The same over the pseudo-values of pooled quantiles.
    case pairedJackknife = "paired jackknife"
    /// Welch's t over replications that met demands of their own, since the seeds differ.
    case welch
  }

  /// What is said of a difference; the raw value is its word in tables.
  public enum Verdict: String, Equatable, Sendable {
    /// It is not chance.
    case differs
    /// It may be chance.
    case notSignificant = "ns"
    /// Both are the same in every replication.
    case equal
    /// Nothing can be said of its certainty: too few replications, or a figure that is not known or has no interval.
    case open
  }

  /// The variant's name.
  public var variant: String
  /// The baseline's figure, with whose it is.
  public var baseline: MetricValue
  /// The variant's figure.
  public var candidate: Figure
  /// The variant's less the baseline's, in the unit's base; nil where one of them is not known.
  public var difference: Double?
  /// The lower end of its confidence interval; nil where nothing can be said.
  public internal(set) var low: Double?
  /// Its upper end.
  public internal(set) var high: Double?
  /// How the interval came about.
  public var method: Method?
  /// How likely at least such a difference is by chance alone, over all variants by Holm's rule.
  public internal(set) var pValue: Double?
  /// What is said of it.
  public internal(set) var verdict: Verdict

  /// The difference as a share of the baseline; nil where the baseline is 0 or something is not known.
  public var relative: Double? {
    guard let difference, let number = baseline.figure.number, number != 0 else { return nil }
    return difference / number.magnitude
  }

  /// The greatest chance to call a difference that is none.
  public static let error = 0.05

  /// The difference of one figure.
  ///
  /// - Parameters:
  ///   - baseline: of the baseline.
  ///   - candidate: the same metric of the variant.
  ///   - variant: the variant's name.
  ///   - isPaired: whether replications of both met the same demand.
  init(_ baseline: MetricValue, _ candidate: Estimate, variant: String, isPaired: Bool) {
    self.variant = variant
    self.baseline = baseline
    self.candidate = candidate.figure
    verdict = .open
    guard let one = baseline.figure.number, let other = candidate.figure.number else { return }
    difference = other - one
    let (mine, theirs) = (candidate.replicates, baseline.estimate.replicates)
    guard baseline.statistic != .maximum, mine.count == theirs.count, mine.count >= FigureInterval.fewestReplications else { return }
    if isPaired, mine == theirs {
      verdict = .equal
      return
    }
    if isPaired {
      let paired = PairedDifference(mine, minus: theirs, center: other - one, level: FigureInterval.level)
      (low, high, pValue) = (paired.interval.lower, paired.interval.upper, paired.pValue)
      if case .quantile = baseline.statistic { method = .pairedJackknife } else { method = .paired }
    } else {
      let welch = WelchDifference(mine, minus: theirs, level: FigureInterval.level)
      // Pseudo-values have another mean than the pooled quantile: their spread counts, not where they lie.
      (low, high) = (other - one - welch.interval.halfWidth, other - one + welch.interval.halfWidth)
      (pValue, method) = (welch.pValue, .welch)
    }
    judge()
  }

  /// Judges it by its p-value.
  mutating func judge() {
    if let pValue { verdict = pValue <= Self.error ? .differs : .notSignificant }
  }
}
