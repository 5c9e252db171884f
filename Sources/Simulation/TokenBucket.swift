/// A token bucket that is looked at only when a token is wanted, in exact integers.
///
/// It refills by `refill` tokens every `period`, evenly in time or at the end of each period, up to `capacity`.
@frozen public struct TokenBucket: Sendable, BitwiseCopyable {
  // Credit is counted in token-nanoseconds: a token costs one period of it, and one nanosecond earns `refill`.
  @usableFromInline var credit: Int64
  @usableFromInline var settledAt: Nanoseconds
  @usableFromInline let refill: Int64
  @usableFromInline let period: Nanoseconds
  @usableFromInline let full: Int64
  @usableFromInline let fillTime: Nanoseconds
  @usableFromInline let steps: Bool

  /// The most token-nanoseconds that a bucket can hold.
  public static let limit: Int64 = 1 << 61

  /// A full bucket at time 0.
  ///
  /// - Parameters:
  ///   - capacity: the most tokens that it holds, more than 0.
  ///   - refill: how many tokens a period adds, not negative.
  ///   - period: nanoseconds, more than 0; `capacity` times it at most ``limit``.
  ///   - steps: whether tokens come all at once at the end of each period, counted from time 0.
  public init(capacity: Int64, refill: Int64, every period: Nanoseconds, inSteps steps: Bool = false) {
    let (full, overflow) = capacity.multipliedReportingOverflow(by: period)
    precondition(capacity > 0 && refill >= 0 && period > 0 && !overflow && full <= Self.limit, "bucket \(capacity) + \(refill)/\(period)")
    credit = full
    settledAt = 0
    self.refill = refill
    self.period = period
    self.full = full
    self.steps = steps
    fillTime = refill == 0 ? .never : full / refill + 1
  }

  /// A full bucket of one second's tokens at time 0.
  ///
  /// - Parameter rate: tokens a second, more than 0; a rate above two a nanosecond counts as two.
  public static func perSecond(_ rate: Int64) -> TokenBucket {
    let counted = min(rate, 2_000_000_000)
    return TokenBucket(capacity: counted, refill: counted, every: .second)
  }

  /// A full bucket at time 0 that refills evenly.
  ///
  /// - Parameters:
  ///   - capacity: the most tokens that it holds, from 1 to a thousand million.
  ///   - rate: tokens a second, not negative; exact where a number of seconds up to an hour earns a whole number of tokens, else to a part
  ///     in a thousand million of the capacity.
  public init(capacity: Int64, perSecond rate: Double) {
    let longest = min(3600, Self.limit / Nanoseconds.second / capacity)
    func isWhole(_ seconds: Int64) -> Bool {
      let tokens = rate * Double(seconds)
      return tokens >= 1 && abs(tokens - tokens.rounded()) <= 1e-12 * tokens
    }
    let seconds = [1, 2, 3, 5, 10, 60, 100, 1000, 3600].first { $0 <= longest && isWhole($0) } ?? longest
    let refill = Int64(min(rate * Double(seconds), 2e9).rounded())
    self.init(capacity: capacity, refill: refill, every: seconds * .second)
  }

  /// Takes a token if there is one.
  ///
  /// - Parameter now: nanoseconds, not before the last call.
  /// - Complexity: O(1).
  @inlinable @inline(__always)
  public mutating func take(at now: Nanoseconds) -> Bool {
    settle(at: now)
    if credit < period { return false }
    credit &-= period
    return true
  }

  /// Takes several tokens at once, if the bucket has them or is full.
  ///
  /// More than it can hold leave a debt, which is paid off before there is a token again.
  ///
  /// - Parameters:
  ///   - tokens: not negative; times the period at most ``limit``.
  ///   - now: nanoseconds, not before the last call.
  /// - Complexity: O(1).
  @inlinable @inline(__always)
  public mutating func take(_ tokens: Int64, at now: Nanoseconds) -> Bool {
    settle(at: now)
    let cost = tokens &* period
    if credit < min(cost, full) { return false }
    credit &-= cost
    return true
  }

  /// How long it is until there is a token to take: 0 where there is one, ``Swift/Int64/never`` where none will come.
  public mutating func wait(at now: Nanoseconds) -> Nanoseconds {
    settle(at: now)
    if credit >= period { return 0 }
    if refill == 0 { return .never }
    let elapsed = (period - credit + refill - 1) / refill
    if !steps { return elapsed }
    return (settledAt + elapsed + period - 1) / period * period - now
  }

  /// Whether there is a token to take.
  @inlinable @inline(__always)
  public mutating func hasToken(at now: Nanoseconds) -> Bool {
    settle(at: now)
    return credit >= period
  }

  @inlinable @inline(__always)
  mutating func settle(at now: Nanoseconds) {
    let until = steps ? now &- now % period : now
    let elapsed = until &- settledAt
    settledAt = until
    if _slowPath(credit < 0) {
      credit = refill == 0 || elapsed <= (full &- credit) / refill ? min(full, credit &+ elapsed &* refill) : full
    } else {
      credit = elapsed >= fillTime ? full : min(full, credit &+ elapsed &* refill)
    }
  }
}
