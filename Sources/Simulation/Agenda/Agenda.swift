public import CPrefetch

/// The clock, the pending events and the waits of one run.
///
/// A wait is opened with ``open(_:)`` where only a reply can end it and with ``arm(_:at:)`` or ``arm(_:lane:)`` where an event does;
/// in the second case a reply that comes first ends it too. Whichever comes first takes the ticket: ``close(_:)`` and ``next()``
/// free the slot, and what comes later with the same ticket is dropped.
///
/// Events at one time happen in the order in which they were armed. Delays that are known to recur have *lanes*: rings beside the heap of
/// which only the first event stands in it, so that the order is that of one heap. Events behind it that are void when it has happened are
/// dropped at once: they never come into the heap.
@frozen public struct Agenda: ~Copyable {
  /// The time of the event that happened last, in nanoseconds.
  @inlinable
  public var now: Nanoseconds {
    @inline(__always) get { clock }
  }

  /// How many events have happened, void ones apart.
  @inlinable
  public var events: UInt64 {
    @inline(__always) get { happened }
  }

  /// How many events have happened at the present instant.
  @inlinable
  public var eventsNow: Int {
    @inline(__always) get { happenedNow }
  }

  @usableFromInline var clock: Nanoseconds = 0
  @usableFromInline var happened: UInt64 = 0
  @usableFromInline var happenedNow = 0
  @usableFromInline var heap: EventHeap
  @usableFromInline var waits: WaitTable
  @usableFromInline var lanes: UnsafeMutableBufferPointer<Lane>
  @usableFromInline var usesLanes: Bool
  @usableFromInline var armed: UInt64 = 0

  /// The slots from here on stand for lanes.
  @usableFromInline let firstLane: UInt32

  /// Whether the run has come near to the most waits that can be open at one time, or be armed in all.
  public var isExhausted: Bool { armed >= Ticket.numberLimit - 1 || waits.capacity >= Int(firstLane) / 2 }

  /// An agenda without events at time 0.
  ///
  /// - Parameters:
  ///   - delays: the delays that have lanes, in nanoseconds; a lane is named by its place here.
  ///   - usesLanes: false puts all events into the heap, for the same result.
  public init(delays: [Nanoseconds], usesLanes: Bool = true) {
    heap = EventHeap()
    waits = WaitTable()
    self.usesLanes = usesLanes
    firstLane = Ticket.slotLimit - UInt32(delays.count)
    lanes = .allocate(capacity: delays.count)
    for (place, delay) in delays.enumerated() { lanes.initializeElement(at: place, to: Lane(delay: delay)) }
  }

  @inlinable
  deinit {
    lanes.deinitialize()
    lanes.deallocate()
  }

  /// Opens a wait for a reply.
  ///
  /// - Complexity: O(1).
  @inlinable @inline(__always)
  public mutating func open(_ waiter: Waiter) -> Ticket {
    armed &+= 1
    let slot = waits.take()
    let ticket = Ticket(number: armed, slot: slot)
    waits.slots[Int(slot)] = .init(ticket: ticket, waiter: waiter)
    return ticket
  }

  /// Opens a wait that ends at a time at the latest.
  ///
  /// - Parameters:
  ///   - waiter: who waits.
  ///   - time: nanoseconds, not before now.
  /// - Complexity: O(log n).
  @inlinable @inline(__always)
  public mutating func arm(_ waiter: Waiter, at time: Nanoseconds) -> Ticket {
    let ticket = open(waiter)
    heap.push(EventKey(time: time, ticket: ticket))
    return ticket
  }

  /// Opens a wait that ends after a lane's delay at the latest.
  ///
  /// - Complexity: O(1), O(log n) where the lane is empty.
  @inlinable @inline(__always)
  public mutating func arm(_ waiter: Waiter, lane: Int) -> Ticket {
    let ticket = open(waiter)
    let key = EventKey(time: clock &+ lanes[lane].delay, ticket: ticket)
    if !usesLanes {
      heap.push(key)
      return ticket
    }
    if lanes[lane].count == 0 { heap.push(mark(key, of: lane)) }
    lanes[lane].append(key)
    return ticket
  }

  /// What stands in the heap for a lane: its first event with the lane in place of the slot.
  @inlinable @inline(__always)
  func mark(_ key: EventKey, of lane: Int) -> EventKey {
    EventKey(time: key.time, ticket: Ticket(number: key.ticket.number, slot: firstLane &+ UInt32(truncatingIfNeeded: lane)))
  }

  /// Whether a wait is still open.
  @inlinable @inline(__always)
  public func isOpen(_ ticket: Ticket) -> Bool {
    ticket != .none && waits.slots[Int(ticket.slot)].ticket == ticket
  }

  /// Ends a wait by a reply.
  ///
  /// - Returns: who waited; nil where the wait had ended before, or where nobody waited.
  /// - Complexity: O(1).
  @inlinable @inline(__always)
  public mutating func close(_ ticket: Ticket) -> Waiter? {
    guard isOpen(ticket) else { return nil }
    let waiter = waits.slots[Int(ticket.slot)].waiter
    waits.giveBack(ticket.slot)
    return waiter
  }

  /// The time of the next event, void or not; ``Swift/Int64/never`` where none is pending.
  @inlinable
  public var nextTime: Nanoseconds {
    @inline(__always) get { heap.first.time }
  }

  /// Lets the next event happen.
  ///
  /// - Precondition: An event is pending.
  /// - Returns: who waited for it; nil where nobody waits any more.
  /// - Complexity: O(log n).
  @inlinable @inline(__always)
  public mutating func next() -> Waiter? {
    var key = heap.first
    if _slowPath(key.ticket.slot >= firstLane) {
      let lane = Int(key.ticket.slot &- firstLane)
      key = lanes[lane].first
      lanes[lane].removeFirst()
      while lanes[lane].count > 0 && !isOpen(lanes[lane].first.ticket) { lanes[lane].removeFirst() }
      if lanes[lane].count == 0 { heap.removeFirst() } else { heap.replaceFirst(with: mark(lanes[lane].first, of: lane)) }
    } else {
      heap.removeFirst()
    }
    guard let waiter = close(key.ticket) else { return nil }
    advance(to: key.time)
    happened &+= 1
    happenedNow &+= 1
    return waiter
  }

  /// Whether so many wait that their slots may be far away.
  @inlinable
  public var isLarge: Bool {
    @inline(__always) get { waits.capacity > 2048 }
  }

  /// Who waits for the event that comes after the present one, as far as is known now; asks the processor to fetch what leads to the
  /// events that may follow it.
  @inlinable @inline(__always)
  public func upcoming() -> Waiter {
    for place in 1...4 { fleetsim_prefetch(waits.slots + Int(heap.keys[place].ticket.slot)) }
    let slot = heap.first.ticket.slot
    return Int(slot) < waits.capacity ? waits.slots[Int(slot)].waiter : Waiter(kind: .max, index: 0)
  }

  /// Moves the clock to the time of something that is not an event of the agenda.
  ///
  /// - Parameter time: not before now.
  @inlinable @inline(__always)
  public mutating func advance(to time: Nanoseconds) {
    if time != clock { happenedNow = 0 }
    clock = time
  }
}
