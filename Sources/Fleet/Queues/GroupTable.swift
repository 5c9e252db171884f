import Simulation

/// The groups of all queues that keep keys apart, found by their number.
///
/// A group is there as long as it has messages.
struct GroupTable: ~Copyable {
  private var records = Arena<MessageGroup>()
  private var index = KeyIndex()

  init() {}

  subscript(index: UInt32) -> MessageGroup {
    _read { yield records[index] }
    _modify { yield &records[index] }
  }

  /// The group with a number, which is made if there is none.
  ///
  /// - Complexity: O(1) on average.
  mutating func group(of key: UInt64) -> UInt32 {
    if let group = index.place(of: key) { return group }
    let group = records.insert(MessageGroup(key: key))
    index.insert(group, for: key)
    return group
  }

  /// Takes a group out.
  mutating func remove(_ group: UInt32) {
    index.remove(records[group].key)
    records.remove(group)
  }

  // MARK: Lists

  mutating func append(_ group: UInt32, to list: inout GroupList) {
    records[group].isListed = true
    records[group].next = MessageGroup.none
    if list.isEmpty { list.first = group } else { records[list.last].next = group }
    list.last = group
  }

  mutating func prepend(_ group: UInt32, to list: inout GroupList) {
    records[group].isListed = true
    records[group].next = list.first
    if list.isEmpty { list.last = group }
    list.first = group
  }

  mutating func removeFirst(of list: inout GroupList) -> UInt32 {
    let group = list.first
    records[group].isListed = false
    list.first = records[group].next
    if list.isEmpty { list.last = MessageGroup.none }
    return group
  }
}
