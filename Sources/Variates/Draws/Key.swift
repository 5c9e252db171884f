/// How the numbers that start draws are made: one number a request, a step, an instance, from names and ordinals alone.
///
/// A draw belongs to who asks, not to when: the same asker gets the same number whatever else the fleet does.
public enum Key {
  /// Multiplies the ordinal of a source's request: the n-th has the key `mix(k &+ n &* ordinalStep)`.
  ///
  /// Odd, so that no two ordinals share a number; and none of the three is the step of `Draw`, so that a sequence drawn at a key is not the list of that key's ordinals.
  /// - Source: the fractional bits of √2, made odd; of √3 and √5 for the other two (FIPS 180-4, 5.3.5: nothing up the sleeve).
  public static let ordinalStep: UInt64 = 0x6A09_E667_F3BC_C909

  /// Multiplies the number of times that a request came to a step.
  public static let visitStep: UInt64 = 0xBB67_AE85_84CA_A73B

  /// Multiplies the number of the attempt at a step.
  public static let attemptStep: UInt64 = 0x3C6E_F372_FE94_F82B

  /// A bijection of the 64-bit numbers in which each bit of the result depends on every bit of `number`; 0 maps to 0.
  ///
  /// - Source: G. L. Steele Jr., D. Lea, C. H. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014, with the constants of David Stafford's variant 13
  ///   as in S. Vigna's splitmix64.c (public domain).
  @inlinable @inline(__always)
  public static func mix(_ number: UInt64) -> UInt64 {
    var z = number
    z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z &>> 31)
  }

  /// A number for a name, the same in every process and on every machine: FNV-1a of the UTF-8, then mixed.
  ///
  /// - Complexity: O(n) in the length of `name`.
  /// - Source: G. Fowler, L. C. Noll, K.-P. Vo, "FNV Hash", 64-bit offset basis and prime (RFC 9923).
  public static func hash(_ name: String) -> UInt64 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 {
      state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    return mix(state)
  }
}
