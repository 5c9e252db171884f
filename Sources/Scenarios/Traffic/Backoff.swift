public import Variates

/// How long is waited before the n-th retry (n = 1, 2, ..); nanoseconds.
///
/// - Source: AWS Architecture Blog, "Exponential Backoff And Jitter"; Amazon Builders' Library, "Timeouts, retries, and backoff with jitter".
public enum Backoff: Equatable, Sendable {
  /// Not at all.
  case none
  /// The same time, or a draw of it, each time.
  case constant(Distribution)
  /// min(cap, base · 2^(n−1)).
  case exponential(base: Int64, cap: Int64)
  /// Uniform in 0 ... min(cap, base · 2^(n−1)).
  case fullJitter(base: Int64, cap: Int64)
  /// Half of min(cap, base · 2^(n−1)) and a uniform draw of the other half.
  case equalJitter(base: Int64, cap: Int64)
  /// min(cap, uniform in base ... 3 · the wait before).
  case decorrelated(base: Int64, cap: Int64)
}
