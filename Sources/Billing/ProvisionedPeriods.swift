/// The periods for which provisioned concurrency is configured, each of which is rounded up where it ends.
public enum ProvisionedPeriods {
  /// A number of instances from an instant on.
  public struct Level: Hashable, Sendable {
    /// When the number begins to hold, nanoseconds.
    public let at: Int64
    /// Instances, 0 or more.
    public let count: Int64

    /// So many instances from `at` on.
    public init(at: Int64, count: Int64) {
      precondition(count >= 0, "\(count) provisioned instances")
      self.at = at
      self.count = count
    }
  }

  /// What rounding up adds to the time that was configured: instance-nanoseconds of the periods that end within `window`.
  ///
  /// Each instance has its own period; when the number falls, those go first that came last. A period that has not ended is billed by its
  /// time so far.
  ///
  /// - Parameters:
  ///   - levels: all numbers since provisioned concurrency was first configured, in the order of time.
  ///   - step: periods are billed in multiples of it; nanoseconds, above 0.
  ///   - window: nanoseconds.
  /// - Complexity: O(levels).
  /// - Source: AWS Lambda pricing page: from the time it is enabled until it is disabled, rounded up to the nearest five minutes. Which
  ///   instances a lower number ends is not documented (unverified).
  public static func surplus(of levels: [Level], roundedUpTo step: Int64, within window: Range<Int64>) -> Int64 {
    var open: [Level] = []
    var surplus: Int64 = 0
    for level in levels {
      let configured = open.reduce(0) { $0 + $1.count }
      if level.count > configured { open.append(Level(at: level.at, count: level.count - configured)) }
      var ending = max(0, configured - level.count)
      while ending > 0, let last = open.popLast() {
        let ended = min(ending, last.count)
        ending -= ended
        if ended < last.count { open.append(Level(at: last.at, count: last.count - ended)) }
        let length = level.at - last.at
        if window.contains(level.at) { surplus += ended * (DurationRule.roundedUp(length, to: step) - length) }
      }
    }
    return surplus
  }
}
