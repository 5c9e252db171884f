/// Hash functions by their names in Step Functions; results in lower-case hexadecimal digits.
///
/// - Source: RFC 1321 (MD5); FIPS 180-4 (SHA).
enum Digest: String {
  case md5 = "MD5"
  case sha1 = "SHA-1"
  case sha256 = "SHA-256"
  case sha384 = "SHA-384"
  case sha512 = "SHA-512"

  /// The hash of some bytes.
  func of(_ bytes: [UInt8]) -> String {
    switch self {
    case .md5: Digest.md5(bytes)
    case .sha1: Digest.sha1(bytes)
    case .sha256: Digest.sha256(bytes)
    case .sha384: Digest.sha512(bytes, Digest.start384, 6)
    case .sha512: Digest.sha512(bytes, Digest.roots(8, 2), 8)
    }
  }

  /// Filled up to whole blocks, the number of bits at the end.
  private static func padded(_ bytes: [UInt8], block: Int, lowFirst: Bool = false) -> [UInt8] {
    var result = bytes + [0x80]
    let length = block / 8
    while result.count % block != block - length { result.append(0) }
    let bits = (0..<length).map { place in place < 8 ? UInt8(truncatingIfNeeded: UInt64(8 * bytes.count) >> UInt64(8 * place)) : 0 }
    return result + (lowFirst ? bits : bits.reversed())
  }

  /// Whole numbers of some bytes each, the highest byte first.
  private static func words<Word: FixedWidthInteger>(_ bytes: ArraySlice<UInt8>) -> [Word] {
    let size = Word.bitWidth / 8
    return stride(from: bytes.startIndex, to: bytes.endIndex, by: size).map { begin in
      bytes[begin..<begin + size].reduce(0) { $0 << 8 | Word($1) }
    }
  }

  private static func hexadecimal<Word: FixedWidthInteger>(_ words: some Sequence<Word>) -> String {
    words.map { word in
      let text = String(word, radix: 16)
      return String(repeating: "0", count: Word.bitWidth / 4 - text.utf8.count) + text
    }.joined()
  }

  private static func rotated<Word: FixedWidthInteger>(_ word: Word, _ count: Int) -> Word {
    word >> Word(count) | word << Word(Word.bitWidth - count)
  }

  /// The first 64 bits behind the point of the square or cube roots of the first primes, by long-hand roots of whole numbers.
  private static func roots(_ count: Int, _ degree: Int) -> [UInt64] {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < count {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes.map { UInt64(truncatingIfNeeded: root(of: $0, degree)) }
  }

  /// The root times 2⁶⁴, rounded down, bit by bit.
  private static func root(of number: UInt64, _ degree: Int) -> UInt128 {
    var root: UInt128 = 0
    for bit in (0..<70).reversed() {
      let trial = root | 1 << UInt128(bit)
      if isAtMost(trial, number, degree) { root = trial }
    }
    return root
  }

  /// Whether trial ^ degree ≤ number × 2 ^ (64 × degree), with limbs of 32 bits.
  private static func isAtMost(_ trial: UInt128, _ number: UInt64, _ degree: Int) -> Bool {
    func limbs(_ value: UInt128) -> [UInt64] { (0..<4).map { UInt64(truncatingIfNeeded: value >> UInt128(32 * $0)) & 0xFFFF_FFFF } }
    var power = limbs(trial)
    for _ in 1..<degree {
      var product = Array(repeating: UInt64(0), count: power.count + 4)
      for (place, left) in power.enumerated() {
        var carry: UInt64 = 0
        for (offset, right) in (limbs(trial) + [0]).enumerated() where place + offset < product.count {
          let sum = product[place + offset] + left * right + carry
          product[place + offset] = sum & 0xFFFF_FFFF
          carry = sum >> 32
        }
      }
      power = product
    }
    let target = Array(repeating: UInt64(0), count: 2 * degree) + limbs(UInt128(number))
    for place in (0..<max(power.count, target.count)).reversed() {
      let (left, right) = (place < power.count ? power[place] : 0, place < target.count ? target[place] : 0)
      if left != right { return left < right }
    }
    return true
  }

  private static let roots64 = roots(80, 3)
  private static let start384: [UInt64] = Array(roots(16, 2).dropFirst(8))

  private static func sha1(_ bytes: [UInt8]) -> String {
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    let text = padded(bytes, block: 64)
    for begin in stride(from: 0, to: text.count, by: 64) {
      var words: [UInt32] = Digest.words(text[begin..<begin + 64])
      for place in 16..<80 { words.append(rotated(words[place - 3] ^ words[place - 8] ^ words[place - 14] ^ words[place - 16], 31)) }
      var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
      for (place, word) in words.enumerated() {
        let (mixed, constant): (UInt32, UInt32) =
          switch place / 20 {
          case 0: (b & c | ~b & d, 0x5A82_7999)
          case 1: (b ^ c ^ d, 0x6ED9_EBA1)
          case 2: (b & c | b & d | c & d, 0x8F1B_BCDC)
          default: (b ^ c ^ d, 0xCA62_C1D6)
          }
        let sum = rotated(a, 27) &+ mixed &+ e &+ constant &+ word
        (a, b, c, d, e) = (sum, a, rotated(b, 2), c, d)
      }
      state = zip(state, [a, b, c, d, e]).map { $0 &+ $1 }
    }
    return hexadecimal(state)
  }

  private static func sha256(_ bytes: [UInt8]) -> String {
    let state = roots(8, 2).map { UInt32(truncatingIfNeeded: $0 >> 32) }
    let constants = roots64.prefix(64).map { UInt32(truncatingIfNeeded: $0 >> 32) }
    let shifts = Shifts(small: [7, 18, 3, 17, 19, 10], large: [2, 13, 22, 6, 11, 25])
    return hexadecimal(secondGeneration(padded(bytes, block: 64), state, constants, shifts))
  }

  private static func sha512(_ bytes: [UInt8], _ state: [UInt64], _ count: Int) -> String {
    let shifts = Shifts(small: [1, 8, 7, 19, 61, 6], large: [28, 34, 39, 14, 18, 41])
    return hexadecimal(secondGeneration(padded(bytes, block: 128), state, roots64, shifts).prefix(count))
  }

  /// By how much words are turned and shifted.
  private struct Shifts {
    let small: [Int]
    let large: [Int]
  }

  /// What all of SHA-2 have in common.
  private static func secondGeneration<Word: FixedWidthInteger>(
    _ text: [UInt8], _ start: [Word], _ constants: [Word], _ shifts: Shifts
  ) -> [Word] {
    let (small, large) = (shifts.small, shifts.large)
    let block = Word.bitWidth * 2
    var state = start
    for begin in stride(from: 0, to: text.count, by: block) {
      var words: [Word] = Digest.words(text[begin..<begin + block])
      for place in 16..<constants.count {
        let (early, late) = (words[place - 15], words[place - 2])
        let first = rotated(early, small[0]) ^ rotated(early, small[1]) ^ (early >> Word(small[2]))
        let second = rotated(late, small[3]) ^ rotated(late, small[4]) ^ (late >> Word(small[5]))
        words.append(words[place - 16] &+ first &+ words[place - 7] &+ second)
      }
      var s = state
      for (word, constant) in zip(words, constants) {
        let turned = rotated(s[4], large[3]) ^ rotated(s[4], large[4]) ^ rotated(s[4], large[5])
        let first = s[7] &+ turned &+ (s[4] & s[5] ^ ~s[4] & s[6]) &+ constant &+ word
        let other = rotated(s[0], large[0]) ^ rotated(s[0], large[1]) ^ rotated(s[0], large[2])
        let second = other &+ (s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2])
        s = [first &+ second, s[0], s[1], s[2], s[3] &+ first, s[4], s[5], s[6]]
      }
      state = zip(state, s).map { $0 &+ $1 }
    }
    return state
  }

  private static func md5(_ bytes: [UInt8]) -> String {
    let turns = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]]
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476]
    let text = padded(bytes, block: 64, lowFirst: true)
    for begin in stride(from: 0, to: text.count, by: 64) {
      let block: [UInt32] = Digest.words(text[begin..<begin + 64])
      let words = block.map(\.byteSwapped)
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      for place in 0..<64 {
        let (mixed, index): (UInt32, Int) =
          switch place / 16 {
          case 0: (b & c | ~b & d, place)
          case 1: (d & b | ~d & c, 5 * place + 1)
          case 2: (b ^ c ^ d, 3 * place + 5)
          default: (c ^ (b | ~d), 7 * place)
          }
        let sum = a &+ mixed &+ sines[place] &+ words[index % 16]
        (a, d, c, b) = (d, c, b, b &+ rotated(sum, 32 - turns[place / 16][place % 4]))
      }
      state = zip(state, [a, b, c, d]).map { $0 &+ $1 }
    }
    return hexadecimal(state.map(\.byteSwapped))
  }

  /// The first 32 bits behind the point of |sin 1|, |sin 2| and so on.
  private static let sines: [UInt32] = [
    0xd76a_a478, 0xe8c7_b756, 0x2420_70db, 0xc1bd_ceee, 0xf57c_0faf, 0x4787_c62a, 0xa830_4613, 0xfd46_9501, 0x6980_98d8, 0x8b44_f7af,
    0xffff_5bb1, 0x895c_d7be, 0x6b90_1122, 0xfd98_7193, 0xa679_438e, 0x49b4_0821, 0xf61e_2562, 0xc040_b340, 0x265e_5a51, 0xe9b6_c7aa,
    0xd62f_105d, 0x0244_1453, 0xd8a1_e681, 0xe7d3_fbc8, 0x21e1_cde6, 0xc337_07d6, 0xf4d5_0d87, 0x455a_14ed, 0xa9e3_e905, 0xfcef_a3f8,
    0x676f_02d9, 0x8d2a_4c8a, 0xfffa_3942, 0x8771_f681, 0x6d9d_6122, 0xfde5_380c, 0xa4be_ea44, 0x4bde_cfa9, 0xf6bb_4b60, 0xbebf_bc70,
    0x289b_7ec6, 0xeaa1_27fa, 0xd4ef_3085, 0x0488_1d05, 0xd9d4_d039, 0xe6db_99e5, 0x1fa2_7cf8, 0xc4ac_5665, 0xf429_2244, 0x432a_ff97,
    0xab94_23a7, 0xfc93_a039, 0x655b_59c3, 0x8f0c_cc92, 0xffef_f47d, 0x8584_5dd1, 0x6fa8_7e4f, 0xfe2c_e6e0, 0xa301_4314, 0x4e08_11a1,
    0xf753_7e82, 0xbd3a_f235, 0x2ad7_d2bb, 0xeb86_d391,
  ]
}
