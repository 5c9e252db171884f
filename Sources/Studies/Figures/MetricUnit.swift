public import Scenarios

/// The unit in which a metric's figures are printed.
public enum MetricUnit: String, Equatable, Sendable, CaseIterable {
  /// A number of things.
  case count
  /// A share, 0 ... 1.
  case ratio
  /// Milliseconds; the figures themselves are nanoseconds.
  case milliseconds = "ms"
  /// Seconds.
  case seconds = "s"
  /// US dollars.
  case dollars = "usd"

  /// The unit of what a statistic of a metric is.
  public init(_ metric: Metric, _ statistic: Statistic) {
    switch (metric.kind, statistic) {
    case (.durations, .count): self = .count
    case (_, .ratio), (.ratio, _): self = .ratio
    case (.durations, _): self = .milliseconds
    case (.seconds, _): self = .seconds
    case (.money, _): self = .dollars
    case (.count, _), (.level, _): self = .count
    }
  }

  /// A figure as it is printed in this unit.
  public func printed(_ figure: Figure) -> Figure {
    guard self == .milliseconds else { return figure }
    return switch figure {
    case .integer(let nanoseconds): .real(Double(nanoseconds) / 1e6)
    case .real(let nanoseconds): .real(nanoseconds / 1e6)
    case .money, .above, .missing: figure
    }
  }
}
