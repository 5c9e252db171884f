import Testing
import Variates

@testable import Simulation

@Suite("EventHeap")
struct EventHeapTests {
  /// The sizes at which the heap has one element, a full group of siblings, and grows; and many between.
  static let sizes = Array(0...130) + [255, 256, 1020, 1021, 1022, 1023, 2044, 2045, 2046, 3000, 4092, 4093, 4094, 5000]

  private func key(_ time: Nanoseconds, _ number: Int) -> EventKey {
    EventKey(time: time, ticket: Ticket(number: UInt64(number), slot: UInt32(number % 1000)))
  }

  @Test(
    "events leave in order of time, and in the order of arming where times are equal", arguments: [1, 20, 100_000, Nanoseconds.never - 1])
  func order(latest: Nanoseconds) {
    for size in Self.sizes {
      var draw = Draw(case: size)
      let keys = (0..<size).map { key(draw.number(in: 0...latest), $0 + 1) }
      var heap = EventHeap()
      for key in keys { heap.push(key) }
      var popped: [EventKey] = []
      while heap.count > 0 {
        popped.append(heap.first)
        heap.removeFirst()
      }
      let expected = keys.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
      #expect(popped == expected, "size \(size), times up to \(latest)")
      let first = heap.first
      #expect(first == .last, "an empty heap shows the last key")
    }
  }

  @Test("adding, removing and replacing agree with a sorted array at every step", arguments: 0..<6)
  func interleaved(number: Int) {
    var draw = Draw(case: number)
    var heap = EventHeap()
    var model: [EventKey] = []
    let latest: Nanoseconds = draw.one(of: [3, 50, 1_000_000])
    for step in 1...6000 {
      // Long stretches of growth and of decline, so that the heap is full and empty again and again.
      let growth = (step / 1500).isMultiple(of: 2) ? 0.75 : 0.2
      let new = key(draw.number(in: 0...latest), step)
      if model.isEmpty || draw.chance(growth) {
        heap.push(new)
        insert(new, into: &model)
      } else if draw.chance(0.4) {
        heap.replaceFirst(with: new)
        model.removeFirst()
        insert(new, into: &model)
      } else {
        heap.removeFirst()
        model.removeFirst()
      }
      let (first, count) = (heap.first, heap.count)
      if first != model.first ?? .last || count != model.count {
        Issue.record("case \(number), step \(step)")
        return
      }
    }
  }

  private func insert(_ key: EventKey, into sorted: inout [EventKey]) {
    let place = sorted.firstIndex { $0.time > key.time || ($0.time == key.time && $0.ticket.number > key.ticket.number) }
    sorted.insert(key, at: place ?? sorted.count)
  }
}
