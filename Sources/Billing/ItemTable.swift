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
    get { values[item.place] }
    set { values[item.place] = newValue }
  }
}

extension BilledItem {
  private static let places = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

  /// The item's place among all items.
  fileprivate var place: Int {
    guard let place = Self.places[self] else { preconditionFailure("\(self) is none of the items") }
    return place
  }
}

extension ItemTable: Equatable where Value: Equatable {}
extension ItemTable: Sendable where Value: Sendable {}
