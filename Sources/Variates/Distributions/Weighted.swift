/// One of several, with its share among them.
public struct Weighted<Value: Equatable & Sendable>: Equatable, Sendable {
  /// How often this one is meant, relative to the others; at least 0, and the weights need not add up to 1.
  public var weight: Double

  /// What is chosen.
  public var value: Value

  /// `value`, chosen in proportion to `weight`.
  public init(_ weight: Double, _ value: Value) {
    self.weight = weight
    self.value = value
  }
}
