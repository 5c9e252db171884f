/// The slots in which waits are kept: for each the ticket with which it was last armed and who waits.
@frozen @usableFromInline struct WaitTable: ~Copyable {
  @frozen @usableFromInline struct Slot: BitwiseCopyable {
    /// The valid ticket; that of nobody in a free slot.
    @usableFromInline var ticket: Ticket
    /// In a free slot, `index` is the next free one.
    @usableFromInline var waiter: Waiter

    @inlinable @inline(__always)
    init(ticket: Ticket, waiter: Waiter) {
      self.ticket = ticket
      self.waiter = waiter
    }
  }

  @inlinable static var noSlot: UInt32 { .max }

  @usableFromInline var slots: UnsafeMutablePointer<Slot>
  @usableFromInline var capacity = 0
  @usableFromInline var free = Self.noSlot

  /// Slot 0 belongs to the ticket of nobody and is never given out.
  init() {
    slots = .allocate(capacity: 1)
    slots.initialize(to: Slot(ticket: .none, waiter: Waiter(kind: 0, index: 0)))
    capacity = 1
  }

  @inlinable
  deinit { slots.deallocate() }

  /// Takes a free slot.
  @inlinable @inline(__always)
  mutating func take() -> UInt32 {
    if _slowPath(free == Self.noSlot) { grow() }
    let slot = free
    free = slots[Int(slot)].waiter.index
    return slot
  }

  @inlinable @inline(__always)
  mutating func giveBack(_ slot: UInt32) {
    slots[Int(slot)].ticket = .none
    slots[Int(slot)].waiter.index = free
    free = slot
  }

  @usableFromInline @inline(never)
  mutating func grow() {
    let larger = max(1024, 2 * capacity)
    let grown = UnsafeMutablePointer<Slot>.allocate(capacity: larger)
    grown.update(from: slots, count: capacity)
    for slot in capacity..<larger {
      let next = slot + 1 < larger ? UInt32(slot + 1) : Self.noSlot
      grown[slot] = Slot(ticket: .none, waiter: Waiter(kind: 0, index: next))
    }
    free = UInt32(capacity)
    slots.deallocate()
    (slots, capacity) = (grown, larger)
  }
}
