/// One value for each billed item, in the order of the items.
public struct ItemTable<Value> {
  private var values: [Value]

  /// A table that holds `value` for every item.
  public init(repeating value: Value) {
    values = Array(repeating: value, count: BilledItem.allCases.count)
  }

  /// The value of `item`.
  ///
  /// - Complexity: O(1).
  public subscript(item: BilledItem) -> Value {
    get { values[item.rawValue] }
    set { values[item.rawValue] = newValue }
  }
}

extension ItemTable: Equatable where Value: Equatable {}
extension ItemTable: Sendable where Value: Sendable {}
