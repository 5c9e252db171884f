import Simulation

/// A list of items that one holder keeps, linked by ``Item/next``.
struct ItemList: BitwiseCopyable {
  var first = Item.none
  var last = Item.none
  var count: UInt32 = 0

  @inline(__always)
  var isEmpty: Bool { first == Item.none }
}

extension ItemTable {
  /// Puts an item at the end of a list.
  @inline(__always)
  mutating func append(_ item: UInt32, to list: inout ItemList) {
    records[item].next = Item.none
    if list.isEmpty { list.first = item } else { records[list.last].next = item }
    list.last = item
    list.count &+= 1
  }

  /// Takes the first item out of a list.
  ///
  /// - Precondition: The list is not empty.
  @inline(__always)
  mutating func removeFirst(of list: inout ItemList) -> UInt32 {
    let item = list.first
    list.first = records[item].next
    if list.isEmpty { list.last = Item.none }
    list.count &-= 1
    return item
  }
}

extension ItemTable {
  /// Cuts a list behind a part that it begins with.
  ///
  /// - Returns: the rest.
  @inline(__always)
  mutating func cut(_ list: ItemList, behind head: ItemList) -> ItemList {
    let first = records[head.last].next
    records[head.last].next = Item.none
    return ItemList(first: first, last: first == Item.none ? Item.none : list.last, count: list.count &- head.count)
  }
}
