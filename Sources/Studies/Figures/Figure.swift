/// A measured number, or why there is none, in the base unit of its ``MetricUnit``.
public enum Figure: Equatable, Sendable {
  /// A whole number: a count, a level's peak, nanoseconds.
  case integer(Int64)
  /// A computed number: a mean, a ratio, seconds.
  case real(Double)
  /// Money, exact, in nano-dollars.
  case money(Int64)
  /// A number that is not known except that it lies above this one: a quantile among requests that have not ended.
  case above(Int64)
  /// Nothing was there to measure, or the run does not measure it.
  case missing

  /// The number in its base unit, US dollars for money; nil where it is not known.
  public var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    case .money(let nano): Double(nano) / 1e9
    case .above, .missing: nil
    }
  }

  /// The share that a part is of a whole.
  ///
  /// - Parameters:
  ///   - part: not negative.
  ///   - whole: not negative; nothing is there to measure where it is 0.
  public static func share(_ part: Int64, of whole: Int64) -> Figure {
    whole == 0 ? .missing : .real(Double(part) / Double(whole))
  }

  /// How many there are in a mean replication.
  ///
  /// - Parameters:
  ///   - count: how many there are in all.
  ///   - replications: at least 1.
  public static func perReplication(_ count: Int64, _ replications: Int) -> Figure {
    let (quotient, remainder) = count.quotientAndRemainder(dividingBy: Int64(replications))
    return remainder == 0 ? .integer(quotient) : .real(Double(count) / Double(replications))
  }
}
