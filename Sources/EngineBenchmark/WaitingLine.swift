internal import Simulation

/// The arrival times of those who wait, first in first out.
struct WaitingLine: ~Copyable {
  private var times: UnsafeMutablePointer<Nanoseconds>
  private var mask = 1023
  private var head = 0
  private var count = 0

  init() { times = .allocate(capacity: mask + 1) }

  deinit { times.deallocate() }

  /// Whether nobody waits.
  var isEmpty: Bool { count == 0 }

  /// Adds the last.
  ///
  /// - Complexity: O(1) on average.
  @inline(__always)
  mutating func append(_ time: Nanoseconds) {
    if count > mask { grow() }
    times[(head &+ count) & mask] = time
    count &+= 1
  }

  /// Takes the first.
  ///
  /// - Precondition: Somebody waits.
  @inline(__always) @discardableResult
  mutating func removeFirst() -> Nanoseconds {
    let first = times[head]
    head = (head &+ 1) & mask
    count &-= 1
    return first
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Nanoseconds>.allocate(capacity: 2 * (mask + 1))
    for place in 0..<count { larger[place] = times[(head + place) & mask] }
    times.deallocate()
    (times, mask, head) = (larger, 2 * mask + 1, 0)
  }
}
