/// What is read off a metric's values.
public enum Statistic: Equatable, Hashable, Sendable {
  /// How many there are.
  case count
  /// The share that they are.
  case ratio
  /// Their mean; over time for a level.
  case mean
  /// The largest.
  case maximum
  /// The one at the end of the run.
  case last
  /// The smallest value that at least this share (0 < p < 1) of them does not exceed.
  case quantile(Double)
  /// The sum itself, of money and of seconds.
  case total

  /// The word in a metric's path: `mean`, `max`, `p99.9`; empty for `total`.
  public var word: String {
    switch self {
    case .count: "count"
    case .ratio: "ratio"
    case .mean: "mean"
    case .maximum: "max"
    case .last: "last"
    case .quantile(let p): "p\(Statistic.percent(p))"
    case .total: ""
    }
  }

  /// The percentage of a share, without binary noise: 0.999 gives `99.9`.
  static func percent(_ share: Double) -> String {
    let scaled = Int64((share * 1e8).rounded())
    let whole = scaled / 1_000_000
    var fraction = String(scaled % 1_000_000)
    guard fraction != "0" else { return String(whole) }
    fraction = String(repeating: "0", count: 6 - fraction.count) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    return "\(whole).\(fraction)"
  }
}
