/// Which items a subscription lets through.
public struct ItemFilter: Equatable, Sendable {
  /// The kinds that pass; empty: all.
  public var kinds: [String]
  /// The largest size that passes, bytes; nil: any.
  public var largest: Int64?

  /// A filter from its parts.
  public init(kinds: [String] = [], largest: Int64? = nil) {
    self.kinds = kinds
    self.largest = largest
  }
}
