/// An arrival that nothing can influence: when, from which source, and a word of the source's own.
@frozen public struct Arrival: Comparable, Sendable, BitwiseCopyable {
  @usableFromInline let word: UInt128

  /// An arrival.
  ///
  /// - Parameters:
  ///   - time: nanoseconds, not negative.
  ///   - source: the source's index; of two arrivals at one time, that of the lesser comes first.
  ///   - payload: a number that the source gives it, such as a line of its trace; not decreasing among arrivals at one time.
  @inlinable @inline(__always)
  public init(time: Nanoseconds, source: UInt32, payload: UInt32 = 0) {
    word =
      UInt128(truncatingIfNeeded: UInt64(bitPattern: time)) &<< 64
      | UInt128(truncatingIfNeeded: UInt64(source) &<< 32 | UInt64(payload))
  }

  /// When it arrives, in nanoseconds.
  @inlinable
  public var time: Nanoseconds {
    @inline(__always) get { Int64(truncatingIfNeeded: word &>> 64) }
  }

  /// The source's index.
  @inlinable
  public var source: UInt32 {
    @inline(__always) get { UInt32(truncatingIfNeeded: word &>> 32) }
  }

  /// The number that the source gave it.
  @inlinable
  public var payload: UInt32 {
    @inline(__always) get { UInt32(truncatingIfNeeded: word) }
  }

  /// Whether one arrival comes before another.
  @inlinable @inline(__always)
  public static func < (left: Arrival, right: Arrival) -> Bool { left.word < right.word }
}
