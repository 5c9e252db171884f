/// A setting of a scenario that a planner can turn, and the range over which it is turned.
public struct Knob: Equatable, Sendable {
  /// Its path, in the syntax of overrides.
  public var path: String
  /// What the scenario has, as it is written there.
  public var base: String
  /// The ends of the range, as they would be written.
  public var low: String
  /// See `low`.
  public var high: String

  /// A knob from its parts.
  public init(path: String, base: String, low: String, high: String) {
    (self.path, self.base, self.low, self.high) = (path, base, low, high)
  }

  /// The number at the start of a quantity, and what stands behind it; nil where it is none.
  static func parts(_ text: String) -> (number: Double, suffix: String)? {
    guard let (number, rest) = Decimal.prefix(of: text[...]) else { return nil }
    return (number.double(times: 1, over: 1), String(rest))
  }

  /// Whether only whole numbers make sense: counts, and memory in its unit.
  private var isWhole: Bool {
    guard let (low, suffix) = Self.parts(low), let (high, _) = Self.parts(high) else { return false }
    return (suffix.isEmpty || path.hasSuffix(".memory")) && low == low.rounded() && high == high.rounded()
  }

  /// The value at a share of the range, rounded where only whole numbers make sense; nil where the ends are not of one unit.
  public func value(at share: Double) -> String? {
    if share == 0 { return low }
    if share == 1 { return high }
    guard let (low, suffix) = Self.parts(low), let (high, other) = Self.parts(high), suffix == other else { return nil }
    let value = low + share * (high - low)
    return Self.text(isWhole ? value.rounded() : value, suffix)
  }

  /// A quantity as it is written, to the millionth.
  static func text(_ number: Double, _ suffix: String) -> String {
    let isClose = suffix.isEmpty || suffix.hasPrefix("/") || suffix == "%" || suffix == "x"
    return KnobDigits.text(number) + (isClose ? "" : " ") + suffix
  }
}
