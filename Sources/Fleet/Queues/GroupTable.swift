import Simulation

/// The groups of all queues that keep keys apart, found by their number: an open table of indices with linear probing.
///
/// A group is there as long as it has messages. Numbers are mixed already, so that their low bits are the hash.
struct GroupTable: ~Copyable {
  private var records = Arena<MessageGroup>()
  /// Indices of groups by hash; `MessageGroup.none` for a free place.
  private var places = Table<UInt32>()
  private var count = 0

  init() { for _ in 0..<64 { places.append(MessageGroup.none) } }

  subscript(index: UInt32) -> MessageGroup {
    _read { yield records[index] }
    _modify { yield &records[index] }
  }

  private var mask: Int { places.count - 1 }

  /// The group with a number, which is made if there is none.
  ///
  /// - Complexity: O(1) on average.
  mutating func group(of key: UInt64) -> UInt32 {
    var place = Int(truncatingIfNeeded: key) & mask
    while places[place] != MessageGroup.none {
      if records[places[place]].key == key { return places[place] }
      place = (place &+ 1) & mask
    }
    if 2 * count >= places.count {
      grow()
      place = freePlace(for: key)
    }
    let index = records.insert(MessageGroup(key: key))
    places[place] = index
    count += 1
    return index
  }

  private func freePlace(for key: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: key) & mask
    while places[place] != MessageGroup.none { place = (place &+ 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = places.count
    var groups = Table<UInt32>()
    for place in 0..<old where places[place] != MessageGroup.none { groups.append(places[place]) }
    for place in 0..<old { places[place] = MessageGroup.none }
    for _ in 0..<old { places.append(MessageGroup.none) }
    for number in 0..<groups.count { places[freePlace(for: records[groups[number]].key)] = groups[number] }
  }

  /// Takes a group out; those behind it in its run move up, so that none is cut off from its hash.
  ///
  /// - Source: D. E. Knuth, The Art of Computer Programming, vol. 3, 6.4, algorithm R.
  mutating func remove(_ index: UInt32) {
    var hole = Int(truncatingIfNeeded: records[index].key) & mask
    while places[hole] != index { hole = (hole &+ 1) & mask }
    var place = hole
    while true {
      place = (place &+ 1) & mask
      if places[place] == MessageGroup.none { break }
      let home = Int(truncatingIfNeeded: records[places[place]].key) & mask
      if (place &- home) & mask >= (place &- hole) & mask {
        places[hole] = places[place]
        hole = place
      }
    }
    places[hole] = MessageGroup.none
    records.remove(index)
    count -= 1
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
