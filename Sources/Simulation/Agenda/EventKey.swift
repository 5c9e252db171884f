/// What stands in the future event list: a time and the ticket of who waits for it.
///
/// Both lie in one 128-bit word, the time first, so that a single comparison decides which event comes before the other; of two
/// events at one time it is the one that was armed first.
@frozen public struct EventKey: Comparable, Sendable, BitwiseCopyable {
  @usableFromInline let word: UInt128

  @inlinable @inline(__always)
  init(word: UInt128) { self.word = word }

  /// The key of an event.
  ///
  /// - Parameters:
  ///   - time: nanoseconds, not negative.
  ///   - ticket: who waits for it.
  @inlinable @inline(__always)
  public init(time: Nanoseconds, ticket: Ticket) {
    word = UInt128(truncatingIfNeeded: UInt64(bitPattern: time)) &<< 64 | UInt128(truncatingIfNeeded: ticket.word)
  }

  /// When the event happens, in nanoseconds.
  @inlinable
  public var time: Nanoseconds {
    @inline(__always) get { Int64(truncatingIfNeeded: word &>> 64) }
  }

  /// Who waits for the event.
  @inlinable
  public var ticket: Ticket {
    @inline(__always) get { Ticket(word: UInt64(truncatingIfNeeded: word)) }
  }

  /// A key after that of every event.
  @inlinable public static var last: EventKey { @inline(__always) get { EventKey(time: .never, ticket: Ticket(word: .max)) } }

  /// Whether one event comes before another.
  @inlinable @inline(__always)
  public static func < (left: EventKey, right: EventKey) -> Bool { left.word < right.word }

  /// The one of two events that comes before the other.
  @inlinable @inline(__always)
  static func lesser(_ left: EventKey, _ right: EventKey) -> EventKey {
    EventKey(word: right.word < left.word ? right.word : left.word)
  }
}
