/// What an item costs, by how much of it an account uses in a month.
public struct Rate: Hashable, Sendable {
  /// One price and the month's quantity up to which it holds.
  public struct Tier: Hashable, Sendable {
    /// The month's counts at which the next tier begins; nil for the last.
    public let upTo: Int64?
    /// The price of what lies in this tier.
    public let price: Price

    /// A tier that ends at `upTo` counts.
    public init(upTo: Int64?, price: Price) {
      self.upTo = upTo
      self.price = price
    }
  }

  /// The tiers in the order of their ends; never empty, and the last has no end.
  public let tiers: [Tier]

  /// One price for any quantity.
  public init(_ price: Price) {
    tiers = [Tier(upTo: nil, price: price)]
  }

  /// A rate with `tiers`; nil unless their ends rise, all are above 0, only the last has none, and all prices are for the same unit.
  public init?(tiers: [Tier]) {
    guard let last = tiers.last, last.upTo == nil, tiers.allSatisfy({ $0.price.unit == last.price.unit }) else { return nil }
    let ends = tiers.dropLast().compactMap(\.upTo)
    guard ends.count == tiers.count - 1, zip([0] + ends, ends).allSatisfy(<) else { return nil }
    self.tiers = tiers
  }

  /// The price of the first tier.
  public var first: Price { tiers[0].price }

  /// How `counts` of a month fall into the tiers: the counts of each tier that has any, in order.
  ///
  /// - Complexity: O(tiers).
  public func split(_ counts: Int64) -> [(tier: Int, counts: Int64)] {
    var parts: [(tier: Int, counts: Int64)] = []
    var done: Int64 = 0
    for (index, tier) in tiers.enumerated() where done < counts {
      let end = min(counts, tier.upTo ?? counts)
      parts.append((index, end - done))
      done = end
    }
    return parts
  }
}
