import Simulation

/// The ordered deliveries of one key to one subscriber, each of which waits for those before it.
struct DeliveryGroup: BitwiseCopyable {
  /// The number of key and subscription together.
  var key: UInt64
  /// How many deliveries have not come to their end.
  var open: Int32 = 0
  /// When the last of them is due.
  var lastDue: Nanoseconds = 0
  /// The one that is tried again, and those that wait for it as a list.
  var blockedBy = Delivery.none
  var firstBlocked = Delivery.none
  var lastBlocked = Delivery.none

  static var none: UInt32 { .max }
}

extension BrokerTable {
  /// The group with a number, which is made if there is none.
  mutating func group(of key: UInt64) -> UInt32 {
    if let group = groupIndex.place(of: key) { return group }
    let group = groups.insert(DeliveryGroup(key: key))
    groupIndex.insert(group, for: key)
    return group
  }

  /// Takes a group out of use in which nothing is left.
  mutating func settle(group: UInt32) {
    if groups[group].open > 0 { return }
    groupIndex.remove(groups[group].key)
    groups.remove(group)
  }

  /// Lets a delivery wait for its turn.
  mutating func block(_ index: UInt32) {
    let group = deliveries[index].group
    let last = groups[group].lastBlocked
    if last == Delivery.none { groups[group].firstBlocked = index } else { deliveries[last].next = index }
    groups[group].lastBlocked = index
  }

  /// Takes the delivery whose turn it is.
  mutating func unblock(_ group: UInt32) -> UInt32? {
    let first = groups[group].firstBlocked
    if first == Delivery.none { return nil }
    groups[group].firstBlocked = deliveries[first].next
    if deliveries[first].next == Delivery.none { groups[group].lastBlocked = Delivery.none }
    deliveries[first].next = Delivery.none
    return first
  }
}
