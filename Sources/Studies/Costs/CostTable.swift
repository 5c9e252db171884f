public import Billing

/// The bill of a run by component and item.
///
/// Money is in nano-dollars.
public struct CostTable: Equatable, Sendable {
  /// The lines, by component in the scenario's order and then by item.
  public var lines: [CostLine]
  /// What the measured window costs at first-tier prices without free tier.
  public var run: Int64
  /// What a month like it costs.
  public var month: Int64
  /// Whether ``month`` is what remains after the free tier.
  public var hasFreeTier: Bool
  /// Items that were used and for which the price book has no price.
  public var unpriced: [String]
  /// What a month of each component costs.
  var monthByComponent: [String: Int64] = [:]

  /// A bill without a line.
  public init() {
    (lines, run, month, hasFreeTier, unpriced) = ([], 0, 0, false, [])
  }

  /// The bill of what some components used.
  ///
  /// - Parameters:
  ///   - readings: what each component used in the window.
  ///   - window: the length of the window, nanoseconds, above 0.
  ///   - prices: the price book.
  ///   - freeTier: whether a month's bill has the free tier.
  /// - Complexity: O(components).
  public init(_ readings: [MeterReading], window: Int64, prices: PriceBook, freeTier: Bool) {
    let meters = readings.map(\.meter)
    let runBill = Bill.run(meters, by: prices)
    let monthBill = Bill.month(meters, window: window, by: prices, freeTier: freeTier)
    run = runBill.total.nanodollars
    month = monthBill.total.nanodollars
    hasFreeTier = monthBill.lines.contains { $0.terms == .free }
    unpriced = runBill.unpriced.map(\.path)
    lines = []
    for share in monthBill.shares { monthByComponent[share.component, default: 0] += share.amount.nanodollars }
    let readingOf = Dictionary(uniqueKeysWithValues: readings.map { ($0.meter.component, $0) })
    var months = monthBill.shares[...]
    for share in runBill.shares {
      var monthly = Money.zero
      if let first = months.first, first.component == share.component, first.item == share.item {
        monthly = first.amount
        months.removeFirst()
      }
      lines.append(CostLine(share, month: monthly, reading: readingOf[share.component]))
    }
  }

  /// What a month of a component costs.
  public func month(of component: String) -> Int64 { monthByComponent[component] ?? 0 }

  /// Of ``run``, what was billed for nothing.
  public var wasted: Int64 { lines.reduce(0) { $0 + $1.wasted } }

  /// What a month's waste costs by kind, one entry a ``Waste`` in its order.
  public var monthWaste: [Int64] {
    lines.reduce(into: [Int64](repeating: 0, count: Waste.allCases.count)) { sums, line in
      for index in sums.indices { sums[index] += line.waste[index].month }
    }
  }

  /// Of ``month``, what was billed for nothing.
  public var monthWasted: Int64 { lines.reduce(0) { $0 + $1.monthWasted } }

  /// What a month costs by item, the dearest first, items of equal cost by name.
  public var monthByItem: [(item: String, month: Int64)] {
    var sums: [String: Int64] = [:]
    for line in lines { sums[line.item, default: 0] += line.month }
    return sums.map { (item: $0.key, month: $0.value) }.sorted { $0.month == $1.month ? $0.item < $1.item : $0.month > $1.month }
  }
}

extension CostLine {
  init(_ share: Share, month: Money, reading: MeterReading?) {
    let unit = share.item.unit
    component = share.component
    item = share.item.path
    quantity = unit.counts == 1 ? .integer(share.counts) : .real(Double(share.counts) / Double(unit.counts))
    self.unit = share.item.quantitySymbol
    let dollars = share.price.flatMap { Double($0.dollars.description) }
    unitPrice = dollars.map { .real($0 / (Double(unit.countsOfPrice) / Double(unit.counts))) } ?? .missing
    run = share.amount.nanodollars
    self.month = month.nanodollars
    addWaste(share, reading?.wasteCounts(of: share.item) ?? [])
    if let price = share.price, let reading, reading.durationItem == share.item {
      initialization = price.amount(of: reading.initCounts).nanodollars
    }
  }

  /// Prices what came to nothing, and shares it out to the ways in which it did; what has none stays without.
  private mutating func addWaste(_ share: Share, _ kinds: [Int64]) {
    guard share.wasted > 0 else { return }
    wasted = share.wastedAtFirstPrice.nanodollars
    monthWasted = Int64((Int128(month) * Int128(share.wasted) * 2 + Int128(share.counts)) / (2 * Int128(share.counts)))
    let weights = kinds + [share.wasted - kinds.reduce(0, +)]
    let (runs, months) = (Apportionment.shares(of: wasted, by: weights), Apportionment.shares(of: monthWasted, by: weights))
    for index in kinds.indices { waste[index] = WasteCost(run: runs[index], month: months[index]) }
  }
}
