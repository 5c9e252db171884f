import Studies

extension Humane {
  /// A figure with its unit: `20.1 ms`, `> 500 ms`, `0.31 %`, `8.29 USD`; `-` where it is missing.
  static func figure(_ figure: Figure, in unit: MetricUnit) -> String {
    if case .above(let bound) = figure { return "> " + Self.figure(.integer(bound), in: unit) }
    guard let number = figure.number else { return "-" }
    switch (unit, figure) {
    case (_, .money(let nano)): return "\(dollars(nano)) USD"
    case (.milliseconds, _): return duration(number)
    case (.seconds, _): return duration(number * 1e9)
    case (.ratio, _): return "\(percent(number)) %"
    case (.count, .integer(let count)): return Self.count(count)
    case (.count, _): return Self.number(number)
    case (.dollars, _): return "\(Self.number(number)) USD"
    }
  }

  /// A ratio in percent without its sign; `-` where it is missing.
  static func percent(_ figure: Figure) -> String { figure.number.map { percent($0) } ?? "-" }
}
