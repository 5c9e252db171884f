/// A metered quantity, and the part of it that came to nothing: attempts that failed, retries, work whose caller had given up.
public struct Usage: Hashable, Sendable {
  /// All that was used, in counts of the item's unit; 0 or more.
  public private(set) var total: Int64
  /// Of ``total``, what came to nothing; 0 to ``total``.
  public private(set) var wasted: Int64

  /// So much used, of which a part came to nothing.
  public init(_ total: Int64 = 0, wasted: Int64 = 0) {
    precondition(wasted >= 0 && wasted <= total, "\(wasted) of \(total) can't be wasted")
    self.total = total
    self.wasted = wasted
  }

  /// Counts `counts` more, 0 or more, that came to nothing or did not.
  public mutating func add(_ counts: Int64, wasted isWasted: Bool = false) {
    self += Usage(counts, wasted: isWasted ? counts : 0)
  }

  /// Counts what `right` did.
  public static func += (left: inout Usage, right: Usage) {
    left.total += right.total
    left.wasted += right.wasted
  }
}

extension Usage: ExpressibleByIntegerLiteral {
  /// So much used, none of it for nothing.
  public init(integerLiteral value: Int64) { self.init(value) }
}
