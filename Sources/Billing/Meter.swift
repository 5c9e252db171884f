/// What one component of a fleet used within a window, in integer counts of each item's unit.
public struct Meter: Equatable, Sendable {
  /// The component's name: a function, a queue, or `account` for what belongs to none.
  public let component: String
  /// The counts of each item, 0 or more.
  public var counts: ItemTable<Int64>
  /// Of ``counts``, what came to nothing; 0 to the item's counts.
  public var wasted: ItemTable<Int64>
  /// What a request to the component costs where it is a service with a price of its own; nil where it has none.
  public var ownPrice: Price?

  /// A meter of `component` that stands at 0.
  public init(_ component: String) {
    self.component = component
    counts = ItemTable(repeating: 0)
    wasted = ItemTable(repeating: 0)
  }

  /// The counts of `item`, 0 or more.
  public subscript(item: BilledItem) -> Int64 {
    get { counts[item] }
    set { counts[item] = newValue }
  }

  /// Counts `usage` of `item`.
  public mutating func add(_ usage: Usage, of item: BilledItem) {
    counts[item] += usage.total
    wasted[item] += usage.wasted
  }

  /// Counts what the meter of a part counted.
  ///
  /// - Complexity: O(items of the part).
  public mutating func add(_ part: some ComponentMeter) {
    for (item, usage) in part.usages { add(usage, of: item) }
  }

  /// Counts what `other` did, another meter of the same component.
  ///
  /// - Precondition: both have the same component and, if both have any, the same price of their own.
  public mutating func merge(_ other: Meter) {
    precondition(other.component == component, "the meters of \(component) and \(other.component) can't be merged")
    precondition(ownPrice == nil || other.ownPrice == nil || ownPrice == other.ownPrice, "\(component) has two prices")
    for item in BilledItem.allCases { add(Usage(other.counts[item], wasted: other.wasted[item]), of: item) }
    ownPrice = ownPrice ?? other.ownPrice
  }
}

/// What one kind of component meters: integers, in units that are rounded up for each call where the platform does so.
public protocol ComponentMeter: Hashable, Sendable {
  /// What was used of each item.
  var usages: [(item: BilledItem, usage: Usage)] { get }
  /// Counts what `other` did, a meter of the same kind of component.
  mutating func merge(_ other: Self)
}
