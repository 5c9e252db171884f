/// The name of a wait: the number with which a slot was last armed, and the slot.
///
/// Events, timeouts and replies carry tickets. One whose number is not its slot's any more is void; that is all there is to
/// cancelling. 39 bits of number above 25 bits of slot, so that of two tickets the earlier armed is the lesser.
@frozen public struct Ticket: Equatable, Sendable, BitwiseCopyable {
  @usableFromInline static let slotBits: UInt64 = 25

  /// One more than the greatest slot: how many waits there can be at one time.
  public static let slotLimit: UInt32 = 1 << 25

  /// One more than the greatest number: how many waits a run can arm.
  public static let numberLimit: UInt64 = 1 << 39

  @usableFromInline let word: UInt64

  @inlinable @inline(__always)
  init(word: UInt64) { self.word = word }

  @inlinable @inline(__always)
  init(number: UInt64, slot: UInt32) { word = number &<< Self.slotBits | UInt64(slot) }

  @inlinable @inline(__always)
  var number: UInt64 { word &>> Self.slotBits }

  @inlinable @inline(__always)
  var slot: UInt32 { UInt32(truncatingIfNeeded: word) & (Self.slotLimit &- 1) }

  /// The ticket of one who does not wait.
  @inlinable public static var none: Ticket { @inline(__always) get { Ticket(word: 0) } }
}
