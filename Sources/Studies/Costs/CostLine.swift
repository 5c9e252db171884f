/// One line of a run's bill: what one component used of one item, and what it owes for it.
///
/// Money is in nano-dollars.
public struct CostLine: Equatable, Sendable {
  /// The function, queue or other component that used it, or `account` for what belongs to none.
  public var component: String
  /// What is paid for, by the price book's word.
  public var item: String
  /// How much of it the measured window used, in ``unit``.
  public var quantity: Figure
  /// What the quantity counts, such as `GB-s`.
  public var unit: String
  /// The price of one ``unit`` at the first tier, in US dollars; `missing` where the price book has none.
  public var unitPrice: Figure
  /// What it costs in the window at first-tier prices without free tier.
  public var run: Int64
  /// What it costs in a month with its tiers: the component's part of the account's bill.
  public var month: Int64
  /// Of ``run``, what was billed for nothing.
  public var wasted: Int64 = 0
  /// Of ``month``, what was billed for nothing: the same share.
  public var monthWasted: Int64 = 0
  /// What ``wasted`` and ``monthWasted`` are for, one entry a ``Waste`` in its order.
  public var waste = [WasteCost](repeating: WasteCost(), count: Waste.allCases.count)
  /// Of ``run``, what was billed for initialisation.
  public var initialization: Int64 = 0

  /// What waste of one kind costs.
  public struct WasteCost: Equatable, Sendable {
    /// In the window at first-tier prices.
    public var run: Int64 = 0
    /// In a month.
    public var month: Int64 = 0
  }
}
