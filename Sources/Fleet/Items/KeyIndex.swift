import Simulation

/// Where in a table what has a number stands: an open table with linear probing.
///
/// Numbers are mixed already, so that their low bits are the hash.
struct KeyIndex: ~Copyable {
  private var keys = Table<UInt64>()
  /// The place in the other table; `free` where nothing is.
  private var places = Table<UInt32>()
  private var count = 0

  private static var free: UInt32 { .max }

  init() { extend(to: 64) }

  private var mask: Int { places.count - 1 }

  private mutating func extend(to size: Int) {
    while places.count < size {
      keys.append(0)
      places.append(Self.free)
    }
  }

  /// The slot of a number, or the free one where it belongs.
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key) & mask
    while places[slot] != Self.free && keys[slot] != key { slot = (slot &+ 1) & mask }
    return slot
  }

  /// The place of what has a number; nil where nothing has it.
  ///
  /// - Complexity: O(1) on average.
  func place(of key: UInt64) -> UInt32? {
    let place = places[slot(of: key)]
    return place == Self.free ? nil : place
  }

  /// Notes the place of what has a number that nothing had before.
  ///
  /// - Complexity: O(1) amortised.
  mutating func insert(_ place: UInt32, for key: UInt64) {
    if 2 * count >= places.count { grow() }
    let slot = slot(of: key)
    keys[slot] = key
    places[slot] = place
    count += 1
  }

  private mutating func grow() {
    var larger = KeyIndex()
    larger.extend(to: 2 * places.count)
    for slot in 0..<places.count where places[slot] != Self.free { larger.insert(places[slot], for: keys[slot]) }
    self = larger
  }

  /// Forgets a number; those behind it in its run move up, so that none is cut off from its hash.
  ///
  /// - Source: D. E. Knuth, The Art of Computer Programming, vol. 3, 6.4, algorithm R.
  mutating func remove(_ key: UInt64) {
    var hole = slot(of: key)
    if places[hole] == Self.free { return }
    var slot = hole
    while true {
      slot = (slot &+ 1) & mask
      if places[slot] == Self.free { break }
      let home = Int(truncatingIfNeeded: keys[slot]) & mask
      if (slot &- home) & mask >= (slot &- hole) & mask {
        keys[hole] = keys[slot]
        places[hole] = places[slot]
        hole = slot
      }
    }
    places[hole] = Self.free
    count -= 1
  }
}
