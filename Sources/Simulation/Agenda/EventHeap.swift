/// The future event list: a 4-ary heap whose removal sinks the hole to a leaf before it looks at the element to be placed.
///
/// Sinking first removes the unpredictable exit branch of the ordinary form; the four children of a node share one cache line.
///
/// - Source: I. Wegener, Bottom-up heapsort, TCS 118 (1993); D. H. Larkin, S. Sen, R. E. Tarjan, A back-to-basics empirical study of
///   priority queues, ALENEX 2014.
@frozen public struct EventHeap: ~Copyable {
  // The root lies at index 0 and the children of i at 4i + 1 to 4i + 4; `keys` points three places into its memory, so that each
  // group of siblings is aligned to 64 bytes. Places from `count` to the capacity hold the last key, so that a group is always whole.
  @usableFromInline var memory: UnsafeMutablePointer<EventKey>
  @usableFromInline var keys: UnsafeMutablePointer<EventKey>
  @usableFromInline var capacity: Int

  @usableFromInline var size = 0

  /// How many events are pending.
  @inlinable
  public var count: Int {
    @inline(__always) get { size }
  }

  /// An empty list.
  public init() {
    capacity = 1021
    (memory, keys) = Self.block(of: capacity)
  }

  @inlinable
  deinit { memory.deallocate() }

  private static func block(of capacity: Int) -> (UnsafeMutablePointer<EventKey>, UnsafeMutablePointer<EventKey>) {
    let raw = UnsafeMutableRawPointer.allocate(byteCount: (capacity + 3) * 16, alignment: 64)
    let memory = raw.bindMemory(to: EventKey.self, capacity: capacity + 3)
    memory.initialize(repeating: .last, count: capacity + 3)
    return (memory, memory + 3)
  }

  /// The first event; ``EventKey/last`` where none is pending.
  @inlinable
  public var first: EventKey {
    @inline(__always) get { keys[0] }
  }

  /// Adds an event.
  ///
  /// - Complexity: O(log n), O(1) on average for random times.
  @inlinable @inline(__always)
  public mutating func push(_ key: EventKey) {
    if _slowPath(count == capacity) { grow() }
    var place = count
    size &+= 1
    while place > 0 {
      let parent = (place &- 1) &>> 2
      if keys[parent] < key { break }
      keys[place] = keys[parent]
      place = parent
    }
    keys[place] = key
  }

  /// Removes the first event.
  ///
  /// - Precondition: An event is pending.
  /// - Complexity: O(log n).
  @inlinable @inline(__always)
  public mutating func removeFirst() {
    size &-= 1
    let moved = keys[size]
    keys[size] = .last
    if count > 0 { place(moved) }
  }

  /// Removes the first event and adds another, at less than the cost of the two.
  ///
  /// - Precondition: An event is pending.
  /// - Complexity: O(log n).
  @inlinable @inline(__always)
  public mutating func replaceFirst(with key: EventKey) { place(key) }

  /// Sinks the hole at the root to a leaf along the least children, then lifts the key from there to its place.
  @inlinable @inline(__always)
  mutating func place(_ key: EventKey) {
    var hole = 0
    var child = 1
    while child < count {
      // Sums of comparisons and masks, as the compiler makes unpredictable branches of choices; the lesser of each pair goes on
      // as a value, so that nothing waits for it to be loaded again.
      let first = keys[child]
      let second = keys[child &+ 1]
      let third = keys[child &+ 2]
      let fourth = keys[child &+ 3]
      let left = child &+ (second < first ? 1 : 0)
      let right = child &+ 2 &+ (fourth < third ? 1 : 0)
      let isRight = EventKey.lesser(third, fourth) < EventKey.lesser(first, second) ? -1 : 0
      let least = left ^ ((left ^ right) & isRight)
      keys[hole] = keys[least]
      hole = least
      child = 4 &* hole &+ 1
    }
    while hole > 0 {
      let parent = (hole &- 1) &>> 2
      if keys[parent] < key { break }
      keys[hole] = keys[parent]
      hole = parent
    }
    keys[hole] = key
  }

  @usableFromInline @inline(never)
  mutating func grow() {
    // One more than a multiple of four, as the first capacity is, keeps the last group of siblings whole.
    let larger = 2 * capacity + 3
    let (newMemory, newKeys) = Self.block(of: larger)
    newKeys.update(from: keys, count: count)
    memory.deallocate()
    (memory, keys, capacity) = (newMemory, newKeys, larger)
  }
}
