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
    for start in stride(from: 0, to: bytes.count - bytes.count % 64, by: 64) { compress(&state, bytes[start..<start + 64], keys) }
    for start in stride(from: 0, to: tail.count, by: 64) { compress(&state, tail[start..<start + 64], keys) }
    return state.map { word in
      let text = String(word, radix: 16)
      return String(repeating: "0", count: 8 - text.count) + text
    }.joined()
  }

  private static func compress(_ state: inout [UInt32], _ block: ArraySlice<UInt8>, _ keys: [UInt32]) {
    var w = [UInt32](repeating: 0, count: 64)
    for t in 0..<16 {
      w[t] = (0..<4).reduce(0) { $0 << 8 | UInt32(block[block.startIndex + 4 * t + $1]) }
    }
    for t in 16..<64 {
      let low = rotated(w[t - 15], 7) ^ rotated(w[t - 15], 18) ^ w[t - 15] >> 3
      let high = rotated(w[t - 2], 17) ^ rotated(w[t - 2], 19) ^ w[t - 2] >> 10
      w[t] = w[t - 16] &+ low &+ w[t - 7] &+ high
    }
    var v = state
    for t in 0..<64 {
      let e = rotated(v[4], 6) ^ rotated(v[4], 11) ^ rotated(v[4], 25)
      let choice = (v[4] & v[5]) ^ (~v[4] & v[6])
      let first = v[7] &+ e &+ choice &+ keys[t] &+ w[t]
      let a = rotated(v[0], 2) ^ rotated(v[0], 13) ^ rotated(v[0], 22)
      let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
      v = [first &+ a &+ majority, v[0], v[1], v[2], v[3] &+ first, v[4], v[5], v[6]]
    }
    for i in 0..<8 { state[i] &+= v[i] }
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
