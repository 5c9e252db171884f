/// What a fleet costs: lines for the account, and what each component owes of them.
///
/// Tiers and free tiers are the account's. A line is rounded once, to the nearest nano-dollar; nothing else is. An item's
/// lines are shared out to the components in proportion to their quantities, so the shares of an item add up to its lines exactly.
/// What a component uses at a price of its own has a line of its own.
public struct Bill: Equatable, Sendable {
  /// The account's lines, by item and then by terms: included, free, then the tiers; lines of no quantity are left out.
  public let lines: [LineItem]
  /// What each component owes, in the order of the meters and then of the items.
  public let shares: [Share]
  /// The items that were used and for which the price book has no rate.
  public let unpriced: [BilledItem]

  /// What the account owes.
  public var total: Money { lines.reduce(.zero) { $0 + $1.amount } }

  /// What the component called `name` owes.
  ///
  /// - Complexity: O(shares).
  public func total(of name: String) -> Money {
    shares.reduce(.zero) { $1.component == name ? $0 + $1.amount : $0 }
  }

  /// What each component owes, in the order of the meters; those that used nothing are left out.
  ///
  /// - Complexity: O(shares).
  public var totals: [(component: String, amount: Money)] {
    var totals: [(component: String, amount: Money)] = []
    for share in shares {
      if totals.last?.component == share.component {
        totals[totals.count - 1].amount += share.amount
      } else {
        totals.append((share.component, share.amount))
      }
    }
    return totals
  }

  /// What `item` costs the account.
  ///
  /// - Complexity: O(lines).
  public func total(of item: BilledItem) -> Money {
    lines.reduce(.zero) { $1.item == item ? $0 + $1.amount : $0 }
  }
}

extension Bill {
  /// Which of a book's terms hold.
  public enum Terms: Hashable, Sendable {
    /// The first tier's price for everything: what a window costs at the margin, however short it is.
    case firstTier
    /// A whole month: tiers, what the plan includes, and the free tier if it is wanted.
    case month(freeTier: Bool)
  }

  /// The bill for `meters` by the prices of `book`.
  ///
  /// - Parameters:
  ///   - meters: one for each component; for a month's bill what is used in a month.
  ///   - book: the prices.
  ///   - terms: which of the book's terms hold.
  /// - Complexity: O(m log m) for m meters.
  public init(for meters: [Meter], by book: PriceBook, terms: Terms) {
    var counts = ItemTable<Int64>(repeating: 0)
    for item in BilledItem.allCases { counts[item] = meters.reduce(0) { $0 + $1[item] } }
    unpriced = BilledItem.inBooks.filter { counts[$0] > 0 && book.rates[$0] == nil }
    lines = Self.lines(for: counts, by: book, terms: terms, own: meters.compactMap(Self.ownLine))
    shares = Self.shares(of: lines, among: meters, by: book)
  }

  /// The line of what a component used at a price of its own; nil if it used nothing so.
  private static func ownLine(of meter: Meter) -> LineItem? {
    let counts = meter[.service]
    guard counts > 0, let price = meter.ownPrice else { return nil }
    return LineItem(
      item: .service, component: meter.component, terms: .tier(0), counts: counts, price: price, amount: price.amount(of: counts))
  }

  private static func lines(for counts: ItemTable<Int64>, by book: PriceBook, terms: Terms, own: [LineItem]) -> [LineItem] {
    var rest = counts
    var included = ItemTable<Int64>(repeating: 0)
    var free = ItemTable<Int64>(repeating: 0)
    if case .month(let freeTier) = terms {
      for allowance in book.included { take(allowance, from: &rest, into: &included) }
      for allowance in freeTier ? book.free : [] { take(allowance, from: &rest, into: &free) }
    }
    return BilledItem.allCases.flatMap { item -> [LineItem] in
      if item == .service { return own }
      guard let rate = book.rates[item] else { return [] }
      let nothing = Price(ExactDecimal(0), per: item.unit)
      let parts = terms == .firstTier ? [(tier: 0, counts: rest[item])] : rate.split(rest[item])
      func line(_ terms: LineItem.Terms, _ counts: Int64, at price: Price) -> LineItem {
        LineItem(item: item, component: nil, terms: terms, counts: counts, price: price, amount: price.amount(of: counts))
      }
      let lines =
        [line(.included, included[item], at: nothing), line(.free, free[item], at: nothing)]
        + parts.map { line(.tier($0.tier), $0.counts, at: rate.tiers[$0.tier].price) }
      return lines.filter { $0.counts > 0 }
    }
  }

  /// Moves up to an allowance's counts out of `rest`, from each of its items in proportion to what the item has there.
  private static func take(_ allowance: PriceBook.Allowance, from rest: inout ItemTable<Int64>, into taken: inout ItemTable<Int64>) {
    let used = allowance.items.map { rest[$0] }
    let parts = Apportionment.shares(of: min(allowance.counts, used.reduce(0, +)), by: used)
    for (item, part) in zip(allowance.items, parts) {
      rest[item] -= part
      taken[item] += part
    }
  }

  private static func shares(of lines: [LineItem], among meters: [Meter], by book: PriceBook) -> [Share] {
    var amounts = ItemTable<[Int64]>(repeating: [])
    for item in BilledItem.inBooks {
      let total = lines.reduce(0) { $1.item == item ? $0 + $1.amount.nanodollars : $0 }
      amounts[item] = Apportionment.shares(of: total, by: meters.map { $0[item] })
    }
    amounts[.service] = meters.map { ownLine(of: $0)?.amount.nanodollars ?? 0 }
    return meters.indices.flatMap { index in
      BilledItem.allCases.filter { meters[index][$0] > 0 }.map { item in
        Share(
          component: meters[index].component, item: item, counts: meters[index][item], wasted: meters[index].wasted[item],
          price: item == .service ? meters[index].ownPrice : book.rates[item]?.first,
          amount: Money(nanodollars: amounts[item][index]))
      }
    }
  }
}
