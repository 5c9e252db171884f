import Fleet
import Scenarios
import Statistics

/// What a run recorded of one metric: all of its statistics are read off it.
enum MetricReading {
  /// A number of things, of so many.
  case tally(Int64, of: Int64)
  /// The share that a number of things is of so many.
  case share(Int64, of: Int64)
  /// Durations in nanoseconds; so many further ones are not known and rank above all.
  case durations(LatencyHistogram, unfinished: Int64)
  /// A level over time.
  case level(LevelRecord)
  /// The sum of levels whose peaks lie at different times and have no sum: its integral and its last value.
  case levels(area: Int128, last: Int64)
  /// Nanoseconds in all.
  case time(Int128)
  /// Nano-dollars.
  case money(Int64)
  /// The run does not measure it.
  case missing

  /// Statistics of it, quantiles in ascending order; `missing` where there is no such statistic of it.
  ///
  /// - Parameter window: the length of the measured window in seconds.
  /// - Complexity: O(bins) of a histogram.
  func figures(_ statistics: [Statistic], window: Double) -> [Figure] {
    switch self {
    case .durations(let histogram, let unfinished): Self.durations(histogram, statistics, unfinished: unfinished)
    default: statistics.map { figure($0, window: window) }
    }
  }

  private func figure(_ statistic: Statistic, window: Double) -> Figure {
    func average(_ area: Int128) -> Figure { window > 0 ? .real(Double(area) / 1e9 / window) : .missing }
    return switch (self, statistic) {
    case (.tally(let part, _), .count), (.tally(let part, _), .total), (.tally(let part, _), .last): .integer(part)
    case (.tally(let part, let whole), .ratio): .share(part, of: whole)
    case (.share(let part, let whole), _): .share(part, of: whole)
    case (.level(let level), .mean): average(level.area)
    case (.level(let level), .maximum): .integer(level.peak)
    case (.level(let level), .last): .integer(level.last)
    case (.levels(let area, _), .mean): average(area)
    case (.levels(_, let last), .last): .integer(last)
    case (.time(let nanoseconds), _): .real(Double(nanoseconds) / 1e9)
    case (.money(let nano), _): .money(nano)
    default: .missing
    }
  }

  /// Statistics of durations; the quantiles among them in ascending order.
  private static func durations(_ histogram: LatencyHistogram, _ statistics: [Statistic], unfinished: Int64) -> [Figure] {
    let count = histogram.count
    let shares = statistics.compactMap { if case .quantile(let share) = $0 { share } else { nil } }
    let quantiles = histogram.quantiles(shares, infinite: unfinished)
    let unknown: Figure = unfinished > 0 ? .above(histogram.maximum ?? 0) : .missing
    var next = 0
    return statistics.map { statistic in
      switch statistic {
      case .count: return .integer(count)
      case .mean: return count == 0 ? .missing : .real(Double(histogram.sum) / Double(count))
      case .maximum: return unfinished > 0 ? unknown : histogram.maximum.map(Figure.integer) ?? .missing
      case .quantile:
        next += 1
        return quantiles[next - 1].map(Figure.integer) ?? unknown
      case .ratio, .total, .last: return .missing
      }
    }
  }
}
