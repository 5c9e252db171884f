/// The source of what is random inside of an execution: the caller gives its seed, and with it everything that follows.
///
/// - Source: Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014 (SplitMix64).
public struct Entropy: Sendable, Equatable {
  private var state: UInt64

  /// A source that gives the same numbers for the same seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A whole number from 0 up to and excluding a bound of at least 1.
  ///
  /// - Source: Lemire: Fast random integer generation in an interval, 2019.
  public mutating func below(_ bound: UInt64) -> UInt64 {
    precondition(bound > 0, "nothing is below 0")
    let least = (0 &- bound) % bound
    while true {
      let product = next().multipliedFullWidth(by: bound)
      if product.low >= least { return product.high }
    }
  }

  /// A random identifier of version 4.
  ///
  /// - Source: RFC 9562, section 5.4.
  public mutating func uuid() -> String {
    let high = next() & ~0xF000 | 0x4000
    let low = next() & ~(0b11 << 62) | (0b10 << 62)
    let digits = Array((Entropy.hexadecimal(high) + Entropy.hexadecimal(low)).utf8)
    var text: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index == 8 || index == 12 || index == 16 || index == 20 { text.append(UInt8(ascii: "-")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
