internal import HeapModule
internal import Simulation

/// A future event list as the hold model sees it.
protocol PendingEvents: ~Copyable {
  /// An empty list.
  init()

  /// Adds an event.
  mutating func add(_ key: EventKey)

  /// Removes the first event; one is pending.
  mutating func removeFirst() -> EventKey

  /// The first event; one is pending.
  var earliest: EventKey { get }

  /// Removes the first event and adds another.
  mutating func replaceFirst(by key: EventKey)
}

/// The engine's own list.
struct EngineEvents: PendingEvents, ~Copyable {
  private var heap = EventHeap()

  init() {}

  @inline(__always)
  mutating func add(_ key: EventKey) { heap.push(key) }

  @inline(__always)
  mutating func removeFirst() -> EventKey {
    let first = heap.first
    heap.removeFirst()
    return first
  }

  var earliest: EventKey {
    @inline(__always) get { heap.first }
  }

  @inline(__always)
  mutating func replaceFirst(by key: EventKey) { heap.replaceFirst(with: key) }
}

/// The min-max heap of swift-collections, on the same keys in the same order.
struct CollectionsEvents: PendingEvents, ~Copyable {
  private var heap = Heap<EventKey>()

  init() {}

  @inline(__always)
  mutating func add(_ key: EventKey) { heap.insert(key) }

  @inline(__always)
  mutating func removeFirst() -> EventKey { heap.removeMin() }

  var earliest: EventKey {
    @inline(__always) get { heap.min ?? .last }
  }

  @inline(__always)
  mutating func replaceFirst(by key: EventKey) { heap.replaceMin(with: key) }
}
