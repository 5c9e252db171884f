/// One line of the bill: what was used of one priced thing, and what it costs.
public struct CostLine: Equatable, Sendable {
  /// The function that the line belongs to; nil for what belongs to the account as a whole.
  public var component: String?
  /// What is paid for, by the price book's word.
  public var item: String
  /// How much of it the measured window used, in ``unit``.
  public var quantity: Double
  /// What the quantity counts.
  public var unit: String
  /// The price of one unit at the first tier, in US dollars.
  public var unitPrice: Double
  /// What the window costs at first-tier prices without free tier, in nano-dollars.
  public var run: Int64
  /// What a month of it costs with its tiers and free tier, in nano-dollars.
  public var month: Int64

  /// A line from its parts.
  public init(component: String?, item: String, quantity: Double, unit: String, unitPrice: Double, run: Int64, month: Int64) {
    self.component = component
    self.item = item
    self.quantity = quantity
    self.unit = unit
    self.unitPrice = unitPrice
    self.run = run
    self.month = month
  }
}
