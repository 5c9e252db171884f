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
  /// Of ``run``, what was billed for nothing: work after the caller had given up, and what other meters count as wasted.
  public var wasted: Int64 = 0
  /// Of ``run``, what was billed for initialisation.
  public var initialization: Int64 = 0
}
