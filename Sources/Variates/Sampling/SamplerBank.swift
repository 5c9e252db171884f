/// The knots of all samplers of a run in one block of memory, and drawing from samplers with them.
@frozen public struct SamplerBank: ~Copyable {
  @usableFromInline let knots: UnsafeMutableBufferPointer<Double>

  /// The longest time that is drawn, in nanoseconds: 30 years.
  ///
  /// Longer draws count as this.
  public static let longest: Int64 = 946_080_000_000_000_000

  /// A bank with a copy of a table's knots.
  public init(_ table: SamplerTable) {
    knots = .allocate(capacity: max(table.knots.count, 1))
    _ = knots.initialize(from: table.knots)
  }

  @inlinable
  deinit { knots.deallocate() }

  /// A value of the sampler's distribution.
  @inlinable @inline(__always)
  public func value(_ sampler: Sampler, _ draw: inout Draw) -> Double {
    sampler.sample(&draw, UnsafePointer(knots.baseAddress.unsafelyUnwrapped))
  }

  /// A time of the sampler's distribution, in whole nanoseconds, cut off below 0 and above ``longest``.
  @inlinable @inline(__always)
  public func nanoseconds(_ sampler: Sampler, _ start: Draw) -> Int64 {
    var draw = start
    let value = value(sampler, &draw)
    // Written so that what is not a number counts as 0.
    if !(value > 0) { return 0 }
    return value < Double(Self.longest) ? Int64(value) : Self.longest
  }

  /// A number of times of the sampler's distribution: rounded down, from 0 to 2^31 - 1.
  @inlinable @inline(__always)
  public func count(_ sampler: Sampler, _ start: Draw) -> UInt32 {
    var draw = start
    return UInt32(max(0, min(value(sampler, &draw), Double(Int32.max))))
  }
}
