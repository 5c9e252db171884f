/// What an evaluation takes from outside: the time, chance, and how much it may do.
public struct Environment: Sendable {
  /// The time of `$now` and `$millis`, in milliseconds since 1970-01-01T00:00Z.
  public var milliseconds: Int64
  /// State of the numbers that `$random`, `$shuffle` and `$uuid` draw; each draw changes it.
  public var seed: UInt64
  /// How much an evaluation may do.
  public var limits: Limits

  /// A time and a seed.
  public init(milliseconds: Int64, seed: UInt64, limits: Limits = Limits()) {
    self.milliseconds = milliseconds
    self.seed = seed
    self.limits = limits
  }

  /// 64 random bits.
  ///
  /// - Source: G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014 (SplitMix64).
  mutating func draw() -> UInt64 {
    seed &+= 0x9E37_79B9_7F4A_7C15
    var bits = seed
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from 0 up to, but not including, 1.
  mutating func fraction() -> Double { Double(draw() >> 11) * 0x1p-53 }
}

/// How much an evaluation may do before it ends with an error.
public struct Limits: Sendable {
  /// Expressions and calls within each other; more are D1011.
  ///
  /// A thousand take less than 2 MB of stack in optimised code.
  public var depth: Int
  /// Expressions evaluated, values made by ranges, and the like; more are D1012.
  public var steps: Int

  /// Limits that suit expressions written by hand.
  public init(depth: Int = 1000, steps: Int = 5_000_000) {
    self.depth = depth
    self.steps = steps
  }

  /// Levels of arrays and objects that an evaluation may build.
  static let nesting = 500
}
