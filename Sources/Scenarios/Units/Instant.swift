/// A point of the UTC calendar, without leap seconds, as nanoseconds since 1970-01-01T00:00:00Z.
///
/// It reaches from the year 1678 to 2262.
public struct Instant: Equatable, Hashable, Comparable, Sendable {
  /// Nanoseconds since 1970-01-01T00:00:00Z.
  public var nanoseconds: Int64

  /// An instant from nanoseconds since 1970-01-01T00:00:00Z.
  public init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// Whether the left instant is earlier.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}
