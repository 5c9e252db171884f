/// A first-in-first-out ring of events that all lie the same delay ahead, kept out of the heap.
///
/// Events pushed in the order of time with one delay leave in that order; only the first of them needs a place in the heap.
@frozen @usableFromInline struct Lane: ~Copyable {
  /// The delay that all events of the lane have, in nanoseconds.
  @usableFromInline let delay: Nanoseconds
  @usableFromInline var keys: UnsafeMutablePointer<EventKey>
  @usableFromInline var mask = 15
  @usableFromInline var head = 0
  @usableFromInline var count = 0

  init(delay: Nanoseconds) {
    self.delay = delay
    keys = .allocate(capacity: 16)
  }

  @inlinable
  deinit { keys.deallocate() }

  @inlinable @inline(__always)
  var first: EventKey { keys[head] }

  @inlinable @inline(__always)
  mutating func append(_ key: EventKey) {
    if _slowPath(count > mask) { grow() }
    keys[(head &+ count) & mask] = key
    count &+= 1
  }

  @inlinable @inline(__always)
  mutating func removeFirst() {
    head = (head &+ 1) & mask
    count &-= 1
  }

  @usableFromInline @inline(never)
  mutating func grow() {
    let larger = UnsafeMutablePointer<EventKey>.allocate(capacity: 2 * (mask + 1))
    for place in 0..<count { larger[place] = keys[(head + place) & mask] }
    keys.deallocate()
    (keys, mask, head) = (larger, 2 * mask + 1, 0)
  }
}
