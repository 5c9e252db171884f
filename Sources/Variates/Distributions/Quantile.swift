/// A share of a distribution and the value that this share does not exceed.
public struct Quantile: Equatable, Sendable {
  /// The share, from 0 to 1.
  public var p: Double

  /// The value, in the unit of the distribution.
  public var value: Double

  /// The value that the share `p` does not exceed.
  public init(_ p: Double, _ value: Double) {
    self.p = p
    self.value = value
  }
}
