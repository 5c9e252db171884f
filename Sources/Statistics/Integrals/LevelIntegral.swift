/// A level that steps up and down in time: its time integral, its time average and its peak, all exact.
@frozen public struct LevelIntegral: Sendable, Equatable, BitwiseCopyable {
  /// The level now.
  @inlinable
  public var level: Int64 {
    @inline(__always) get { height }
  }

  /// The greatest level since the last reset.
  @inlinable
  public var peak: Int64 {
    @inline(__always) get { greatest }
  }

  @usableFromInline var height: Int64 = 0
  @usableFromInline var greatest: Int64 = 0

  /// The area under the level up to `changedAt`, in level times nanoseconds: the halves of a 128-bit integer, which would have to lie at a
  /// multiple of 16 bytes.
  @usableFromInline var areaLow: UInt64 = 0
  @usableFromInline var areaHigh: Int64 = 0
  @usableFromInline var changedAt: Int64 = 0

  /// A level of 0 from time 0.
  public init() {}

  /// Steps the level.
  ///
  /// - Parameters:
  ///   - step: what is added to it.
  ///   - now: nanoseconds, not before the last step.
  /// - Complexity: O(1).
  @inlinable @inline(__always)
  public mutating func add(_ step: Int64, at now: Int64) {
    settle(at: now)
    height &+= step
    greatest = max(greatest, height)
  }

  @inlinable @inline(__always)
  mutating func settle(at now: Int64) {
    let wide = height.multipliedFullWidth(by: now &- changedAt)
    let (low, carries) = areaLow.addingReportingOverflow(wide.low)
    areaLow = low
    areaHigh &+= wide.high &+ (carries ? 1 : 0)
    changedAt = now
  }

  /// Forgets the area and the peak so far; the level stays.
  public mutating func reset(at now: Int64) {
    settle(at: now)
    (areaLow, areaHigh) = (0, 0)
    greatest = height
  }

  /// The area up to a time, in level times nanoseconds.
  public func area(upTo now: Int64) -> Int128 {
    (Int128(areaHigh) << 64 | Int128(areaLow)) + Int128(height) * Int128(now - changedAt)
  }
}
