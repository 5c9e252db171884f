/// Arrivals generated ahead and put in order, a stretch of time at a time.
///
/// Sources append what arrives in the stretch in any order; ``seal(until:)`` sorts it. What lies at or after the stretch's end is kept for the
/// next one, so that a source may append more than it was asked for. The order does not depend on where stretches end.
@frozen public struct ArrivalWindow: ~Copyable {
  @usableFromInline var arrivals: UnsafeMutablePointer<Arrival>
  @usableFromInline var scratch: UnsafeMutablePointer<Arrival>
  @usableFromInline var capacity = 4096
  @usableFromInline var count = 0
  @usableFromInline var isSorted = true

  /// The next arrival's place and the place after the last of the stretch.
  @usableFromInline var cursor = 0
  @usableFromInline var ready = 0
  private var bucketStarts: [UInt32] = []

  /// A window without arrivals.
  public init() {
    arrivals = .allocate(capacity: capacity)
    scratch = .allocate(capacity: capacity)
  }

  @inlinable
  deinit {
    arrivals.deallocate()
    scratch.deallocate()
  }

  /// The time of the next arrival of the stretch; ``Swift/Int64/never`` where none is left.
  @inlinable
  public var nextTime: Nanoseconds {
    @inline(__always) get { cursor < ready ? arrivals[cursor].time : .never }
  }

  /// Takes the next arrival of the stretch.
  ///
  /// - Precondition: One is left.
  @inlinable @inline(__always)
  public mutating func next() -> Arrival {
    cursor &+= 1
    return arrivals[cursor &- 1]
  }

  /// The source of an arrival that comes a few places after the next one; the next one's where there are fewer.
  ///
  /// - Precondition: One is left.
  @inlinable @inline(__always)
  public func source(ahead places: Int) -> UInt32 { arrivals[min(cursor &+ places, ready &- 1)].source }

  /// How many arrivals of the stretch are left.
  public var left: Int { ready - cursor }

  /// Begins a new stretch with what was left over.
  ///
  /// - Precondition: No arrival of the last stretch is left.
  public mutating func begin() {
    precondition(cursor == ready, "\(ready - cursor) arrivals are left")
    for place in cursor..<count { arrivals[place - cursor] = arrivals[place] }
    count -= cursor
    (cursor, ready) = (0, 0)
  }

  /// Adds an arrival to the stretch.
  @inlinable @inline(__always)
  public mutating func append(_ arrival: Arrival) {
    if _slowPath(count == capacity) { grow() }
    if count > 0 && arrival < arrivals[count &- 1] { isSorted = false }
    arrivals[count] = arrival
    count &+= 1
  }

  /// Ends the stretch and sorts it.
  ///
  /// - Parameter end: the arrivals before this time belong to it, in nanoseconds.
  /// - Complexity: O(n) for arrivals that are spread about evenly, O(n log n) at worst.
  public mutating func seal(until end: Nanoseconds) {
    if !isSorted { sort() }
    isSorted = true
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if arrivals[middle].time < end { low = middle + 1 } else { high = middle }
    }
    ready = low
  }

  @usableFromInline @inline(never)
  mutating func grow() {
    let larger = UnsafeMutablePointer<Arrival>.allocate(capacity: 2 * capacity)
    larger.update(from: arrivals, count: count)
    arrivals.deallocate()
    scratch.deallocate()
    (arrivals, scratch) = (larger, .allocate(capacity: 2 * capacity))
    capacity *= 2
  }

  /// Sorts by buckets of equal width in time, then each bucket by itself.
  private mutating func sort() {
    var (first, last) = (Nanoseconds.never, Nanoseconds(0))
    for place in 0..<count {
      first = min(first, arrivals[place].time)
      last = max(last, arrivals[place].time)
    }
    let wanted = max(2, 2 * count)
    let buckets = 1 << (Int.bitWidth - (wanted - 1).leadingZeroBitCount)
    let spanBits = Int.bitWidth - Int(last - first).leadingZeroBitCount
    let shift = Int64(max(0, spanBits - buckets.trailingZeroBitCount))
    scatter(from: first, shift: shift, buckets: buckets)
    sortBuckets(buckets)
  }

  private mutating func scatter(from first: Nanoseconds, shift: Int64, buckets: Int) {
    if bucketStarts.count < buckets + 1 { bucketStarts = [UInt32](repeating: 0, count: buckets + 1) }
    let (arrivals, scratch, count) = (arrivals, scratch, count)
    bucketStarts.withUnsafeMutableBufferPointer { starts in
      for bucket in 0...buckets { starts[bucket] = 0 }
      for place in 0..<count { starts[Int((arrivals[place].time &- first) &>> shift) &+ 1] &+= 1 }
      for bucket in 0..<buckets { starts[bucket &+ 1] &+= starts[bucket] }
      for place in 0..<count {
        let bucket = Int((arrivals[place].time &- first) &>> shift)
        scratch[Int(starts[bucket])] = arrivals[place]
        starts[bucket] &+= 1
      }
    }
    (self.arrivals, self.scratch) = (scratch, arrivals)
  }

  private func sortBuckets(_ buckets: Int) {
    // A bucket that took far more than its share, as a trace with equal times makes, is sorted by comparison.
    var start = 0
    for bucket in 0..<buckets {
      let end = Int(bucketStarts[bucket])
      if end &- start > 32 {
        var bucket = UnsafeMutableBufferPointer(start: arrivals + start, count: end - start)
        bucket.sort()
      } else if end &- start > 1 {
        insertionSort(from: start, to: end)
      }
      start = end
    }
  }

  @inline(__always)
  private func insertionSort(from start: Int, to end: Int) {
    for place in (start &+ 1)..<end {
      let moved = arrivals[place]
      var hole = place
      while hole > start, moved < arrivals[hole &- 1] {
        arrivals[hole] = arrivals[hole &- 1]
        hole &-= 1
      }
      arrivals[hole] = moved
    }
  }
}
