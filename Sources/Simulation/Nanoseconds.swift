/// Simulated time: whole nanoseconds since the start of a run, or a span of them.
///
/// Integers make sums exact and ties well defined; 63 bits reach 292 years.
public typealias Nanoseconds = Int64

extension Nanoseconds {
  /// One second.
  public static let second: Nanoseconds = 1_000_000_000

  /// One millisecond.
  public static let millisecond: Nanoseconds = 1_000_000

  /// A time that no run reaches.
  public static let never: Nanoseconds = .max
}
