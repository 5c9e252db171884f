import Simulation

/// A token bucket that lets wait: whoever comes gets the token that is next, first come first served.
struct PacedBucket: BitwiseCopyable {
  private var bucket: TokenBucket
  /// When the last token was given out.
  private var last: Nanoseconds = 0

  init(_ bucket: TokenBucket) { self.bucket = bucket }

  /// Gives out the next token, and says when it is there; `never` where none will come.
  mutating func take(at now: Nanoseconds) -> Nanoseconds {
    let from = max(now, last)
    if from == .never { return .never }
    let wait = bucket.wait(at: from)
    last = wait == .never ? .never : from + wait
    if last < .never { _ = bucket.take(at: last) }
    return last
  }
}
