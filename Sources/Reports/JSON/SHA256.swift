/// The SHA-256 hash.
///
/// - Source: FIPS 180-4, sections 4.1.2, 5.1.1 and 6.2.
public enum SHA256 {
  /// The hash of some bytes, in hexadecimal.
  ///
  /// - Complexity: O(bytes).
  public static func hex(_ bytes: [UInt8]) -> String {
    var state = fractions(of: primes(8), root: .square)
    let keys = fractions(of: primes(64), root: .cube)
    var tail = Array(bytes.suffix(bytes.count % 64)) + [0x80]
    while tail.count % 64 != 56 { tail.append(0) }
    let bits = UInt64(bytes.count) * 8
    tail += (0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * $0)) }
    var schedule = [UInt32](repeating: 0, count: 64)
    for start in stride(from: 0, to: bytes.count - bytes.count % 64, by: 64) { compress(&state, bytes, at: start, keys, &schedule) }
    for start in stride(from: 0, to: tail.count, by: 64) { compress(&state, tail, at: start, keys, &schedule) }
    return state.map { word in
      let text = String(word, radix: 16)
      return String(repeating: "0", count: 8 - text.count) + text
    }.joined()
  }

  private static func compress(_ state: inout [UInt32], _ bytes: [UInt8], at start: Int, _ keys: [UInt32], _ w: inout [UInt32]) {
    for t in 0..<16 {
      let place = start + 4 * t
      let (high, low) = (
        UInt32(bytes[place]) << 24 | UInt32(bytes[place + 1]) << 16, UInt32(bytes[place + 2]) << 8 | UInt32(bytes[place + 3])
      )
      w[t] = high | low
    }
    for t in 16..<64 {
      let low = rotated(w[t - 15], 7) ^ rotated(w[t - 15], 18) ^ w[t - 15] >> 3
      let high = rotated(w[t - 2], 17) ^ rotated(w[t - 2], 19) ^ w[t - 2] >> 10
      w[t] = w[t - 16] &+ low &+ w[t - 7] &+ high
    }
    var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7])
    for t in 0..<64 {
      let sums = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
      let choice = (e & f) ^ (~e & g)
      let first = h &+ sums &+ choice &+ keys[t] &+ w[t]
      let second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ ((a & b) ^ (a & c) ^ (b & c))
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    for (place, word) in [a, b, c, d, e, f, g, h].enumerated() { state[place] &+= word }
  }

  private static func rotated(_ value: UInt32, _ by: UInt32) -> UInt32 { value >> by | value << (32 - by) }

  private enum Root: Int { case square = 2, cube }

  private static func primes(_ count: Int) -> [UInt64] {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < count {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }

  /// The first 32 bits of the fractions of the numbers' roots, found bit by bit in integers.
  private static func fractions(of numbers: [UInt64], root: Root) -> [UInt32] {
    numbers.map { number in
      let target = UInt128(number) << UInt128(32 * root.rawValue)
      var result: UInt128 = 0
      for bit in (0..<38).reversed() {
        let guess = result | 1 << UInt128(bit)
        if (root == .square ? guess * guess : guess * guess * guess) <= target { result = guess }
      }
      return UInt32(truncatingIfNeeded: result)
    }
  }
}
