public import Billing

extension MeterReading {
  /// Counts of an item that came to nothing in one way.
  public struct WasteCount: Equatable, Sendable {
    /// The item.
    public var item: BilledItem
    /// In which way.
    public var kind: Waste
    /// Of the item's counts, those of this kind; more than 0.
    public var counts: Int64
  }

  /// Marks counts of an item as wasted, as far as it has any that are not.
  ///
  /// - Parameters:
  ///   - counts: 0 or more.
  ///   - kind: in which way.
  /// - Returns: the counts that went beyond what is left of the item.
  @discardableResult
  mutating func waste(_ counts: Int64, of item: BilledItem, as kind: Waste) -> Int64 {
    let part = min(counts, meter[item] - meter.wasted[item])
    if part > 0 {
      meter.wasted[item] += part
      wasted.append(WasteCount(item: item, kind: kind, counts: part))
    }
    return counts - part
  }

  /// How much of an item came to nothing, one entry a ``Waste`` in its order.
  func wasteCounts(of item: BilledItem) -> [Int64] {
    Waste.allCases.map { kind in wasted.reduce(0) { $1.item == item && $1.kind == kind ? $0 + $1.counts : $0 } }
  }
}
