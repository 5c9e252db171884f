/// One line of a bill: so much of an item at one price.
public struct LineItem: Equatable, Sendable {
  /// Under which terms the quantity of a line is charged.
  public enum Terms: Hashable, Sendable {
    /// By the price of the tier with this index in the item's rate.
    case tier(Int)
    /// Not at all: it is within the free tier.
    case free
    /// Not at all: the plan includes it.
    case included
  }

  /// The item.
  public let item: BilledItem
  /// The component whose own price the line is at; nil for a line of the account at the book's.
  public let component: String?
  /// Under which terms it is charged.
  public let terms: Terms
  /// The quantity in counts of the item's unit.
  public let counts: Int64
  /// The price of one unit; 0 USD where nothing is charged.
  public let price: Price
  /// What the line costs, rounded once to a nano-dollar.
  public let amount: Money
}

/// What one component owes of an item, over all the item's lines.
public struct Share: Equatable, Sendable {
  /// The component's name.
  public let component: String
  /// The item.
  public let item: BilledItem
  /// The component's own quantity in counts of the item's unit.
  public let counts: Int64
  /// Of ``counts``, what came to nothing.
  public let wasted: Int64
  /// The item's first price; nil where there is none.
  public let price: Price?
  /// Its part of what the item costs the account.
  public let amount: Money

  /// What ``wasted`` costs at the first price, as in the bill of a run; rounded once.
  public var wastedAtFirstPrice: Money { price?.amount(of: wasted) ?? .zero }
}
