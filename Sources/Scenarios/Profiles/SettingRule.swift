/// A setting of an element: what it is by default, and its range; nanoseconds, bytes or a count.
public struct SettingRule<Value: BinaryInteger & Sendable>: Equatable, Sendable {
  /// What holds where nothing is given.
  public var standard: Value
  /// The smallest.
  public var minimum: Value
  /// The largest.
  public var maximum: Value
}
