public import Variates

/// Items that are in a queue or stream when the run starts.
public struct InitialItems: Equatable, Sendable {
  /// How many, at least 0.
  public var count: Int
  /// The size of each, bytes.
  public var size: Distribution
  /// Their kinds and shares, which sum to 1; empty: all are alike.
  public var kinds: [TrafficSpec.KindShare]
  /// Their keys, if they have any.
  public var key: KeySpec?

  /// Nothing is there.
  public static let none = InitialItems(count: 0)

  /// So many items.
  public init(count: Int, size: Distribution = .constant(0), kinds: [TrafficSpec.KindShare] = [], key: KeySpec? = nil) {
    self.count = count
    self.size = size
    self.kinds = kinds
    self.key = key
  }
}
