/// The range that a quantity must lie in, in base units.
public struct Bounds: Equatable, Sendable {
  /// The lower end, if any.
  public var low: Double?
  /// Whether the lower end itself is out.
  public var excludesLow: Bool
  /// The upper end, if any.
  public var high: Double?

  /// No bounds.
  static let any = Bounds(low: nil, excludesLow: false, high: nil)
  /// At least 0.
  static let notNegative = Bounds(low: 0, excludesLow: false, high: nil)
  /// Above 0.
  static let positive = Bounds(low: 0, excludesLow: true, high: nil)
  /// From one value to another.
  static func from(_ low: Double, to high: Double) -> Bounds { Bounds(low: low, excludesLow: false, high: high) }
  /// At least a value.
  static func atLeast(_ low: Double) -> Bounds { Bounds(low: low, excludesLow: false, high: nil) }
  /// A share of 1.
  static let share = Bounds.from(0, to: 1)

  func contains(_ value: Double) -> Bool {
    if let low, value < low || (excludesLow && value == low) { return false }
    if let high, value > high { return false }
    return true
  }

  /// The bounds in words, such as `at least 1`; nil if there are none.
  func text(_ unit: Unit) -> String? {
    if low == 0, high == nil { return excludesLow ? "above 0" : "at least 0" }
    return switch (low, high) {
    case (nil, nil): nil
    case (let low?, nil): excludesLow ? "above \(unit.text(low))" : "at least \(unit.text(low))"
    case (nil, let high?): "at most \(unit.text(high))"
    case (let low?, let high?):
      excludesLow ? "above \(unit.text(low)), at most \(unit.text(high))" : "\(unit.text(low)) to \(unit.text(high))"
    }
  }
}
