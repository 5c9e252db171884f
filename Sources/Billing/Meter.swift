/// What one component of a fleet used within a window, in integer counts of each item's unit.
public struct Meter: Equatable, Sendable {
  /// The component's name: a function, or `account` for what belongs to none.
  public let component: String
  /// The counts of each item, 0 or more.
  public var counts: ItemTable<Int64>

  /// A meter of `component` that stands at 0.
  public init(_ component: String) {
    self.component = component
    counts = ItemTable(repeating: 0)
  }

  /// The counts of `item`, 0 or more.
  public subscript(item: BilledItem) -> Int64 {
    get { counts[item] }
    set { counts[item] = newValue }
  }
}
