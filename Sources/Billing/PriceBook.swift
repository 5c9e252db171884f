/// What one provider charges in one region at one time.
public struct PriceBook: Equatable, Sendable {
  /// A month's quantity that costs nothing, shared by one or more items of the same unit.
  public struct Allowance: Equatable, Sendable {
    /// The items that use the allowance up together, each in proportion to its own quantity.
    public let items: [BilledItem]
    /// The quantity in counts of the items' unit.
    public let counts: Int64

    /// An allowance of `counts` for `items` together.
    ///
    /// - Precondition: all items are counted in the same unit and an item comes once.
    public init(_ counts: Int64, for items: [BilledItem]) {
      precondition(Set(items.map(\.unit)).count == 1, "an allowance for \(items) mixes units")
      precondition(Set(items).count == items.count, "an allowance for \(items) names an item twice")
      self.items = items
      self.counts = counts
    }
  }

  /// The book's name, as scenarios write it under `prices`.
  public let name: String
  /// What it is, for people.
  public let label: String
  /// When its prices were seen: a year, or with month and day where they are known, as `2026-09-19`.
  public let asOf: String
  /// The rate of each item; nil where the provider has no such charge.
  public var rates: ItemTable<Rate?>
  /// What the provider gives every month for nothing; a bill can leave it out.
  public var free: [Allowance]
  /// What the plan's subscription includes every month; a month's bill always has it.
  public var included: [Allowance]

  /// A book called `name`.
  public init(
    name: String, label: String, asOf: String, rates: ItemTable<Rate?> = ItemTable(repeating: nil), free: [Allowance] = [],
    included: [Allowance] = []
  ) {
    self.name = name
    self.label = label
    self.asOf = asOf
    self.rates = rates
    self.free = free
    self.included = included
  }
}

extension PriceBook {
  /// The items that an allowance of a price book is for, by its path under `free` or `included`; nil if there is no such path.
  ///
  /// An allowance for a path holds for all items below it together, if they are counted in the same unit. So `duration` is for both
  /// architectures, and never for provisioned concurrency; `queue` is for both kinds of queue.
  ///
  /// - Source: AWS Lambda pricing page, free tier.
  public static func items(ofAllowance path: String) -> [BilledItem]? {
    let items = BilledItem.inBooks.filter { $0 != .subscription && ($0.path == path || $0.path.hasPrefix(path + ".")) }
    return Set(items.map(\.unit)).count == 1 ? items : nil
  }
}
