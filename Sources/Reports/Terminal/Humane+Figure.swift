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

  /// An interval with the unit of its ends: `[262 ms, 280 ms]`; an open end is `...`.
  static func interval(_ interval: FigureInterval, in unit: MetricUnit) -> String {
    func end(_ value: Double) -> String {
      value.isFinite ? figure(unit == .dollars ? .money(Int64((value * 1e9).rounded())) : .real(value), in: unit) : "..."
    }
    return "[\(end(interval.low)), \(end(interval.high))]"
  }

  /// How far an interval reaches to either side, in percent of its figure without a sign: `3.2`; `-` where there is none.
  static func halfWidth(_ interval: FigureInterval?, of figure: Figure) -> String {
    guard let interval, let number = figure.number, number > 0, (interval.high - interval.low).isFinite else { return "-" }
    return percent((interval.high - interval.low) / 2 / number)
  }
}
