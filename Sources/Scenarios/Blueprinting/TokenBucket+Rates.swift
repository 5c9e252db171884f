internal import Simulation

extension TokenBucket {
  /// A full bucket at time 0 that holds the tokens of one second and refills evenly.
  ///
  /// - Parameter rate: tokens a second, not negative; the bucket holds at least one token, and at most a thousand million.
  init(ofOneSecond rate: Double) {
    self.init(capacity: Int64(min(max(1, rate.rounded()), 1e9)), perSecond: rate)
  }
}
