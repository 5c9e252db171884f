/// The algorithms of `States.Hash`.
///
/// - Source: RFC 1321; FIPS 180-4.
enum Digest: String, Sendable {
  case md5 = "MD5"
  case sha1 = "SHA-1"
  case sha256 = "SHA-256"
  case sha384 = "SHA-384"
  case sha512 = "SHA-512"

  /// The digest in lower-case hexadecimal digits.
  ///
  /// - Complexity: O(n) in the number of bytes.
  func hexadecimal(of bytes: [UInt8]) -> String {
    let digest: [UInt8]
    switch self {
    case .md5: digest = Digest.md5(bytes)
    case .sha1: digest = Digest.sha1(bytes)
    case .sha256: digest = Digest.sha256(bytes)
    case .sha384: digest = Array(Digest.long(bytes, from: Digest.start384).prefix(48))
    case .sha512: digest = Digest.long(bytes, from: Digest.start512)
    }
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The bytes, a one bit, zeros and the length in bits, which fill whole blocks.
  private static func padded(_ bytes: [UInt8], block: Int, isBigEndian: Bool) -> [UInt8] {
    var padded = bytes + [0x80]
    let lengthBytes = block / 8
    while padded.count % block != block - lengthBytes { padded.append(0) }
    let length = UInt64(bytes.count) * 8
    let digits = (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * UInt64($0))) }
    padded += isBigEndian ? [UInt8](repeating: 0, count: lengthBytes - 8) + digits.reversed() : digits
    return padded
  }

  private static func words<Word: FixedWidthInteger>(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [Word] {
    let width = Word.bitWidth / 8
    return stride(from: bytes.startIndex, to: bytes.endIndex, by: width).map { start in
      let word = bytes[start..<start + width].reduce(Word.zero) { $0 << 8 | Word(truncatingIfNeeded: $1) }
      return isBigEndian ? word : word.byteSwapped
    }
  }

  private static func bytes<Word: FixedWidthInteger>(_ words: [Word]) -> [UInt8] {
    words.flatMap { word in (0..<Word.bitWidth / 8).map { UInt8(truncatingIfNeeded: word >> Word(Word.bitWidth - 8 - 8 * $0)) } }
  }

  private static func rotate<Word: FixedWidthInteger>(_ word: Word, right count: Int) -> Word {
    word &>> Word(count) | word &<< Word(Word.bitWidth - count)
  }

  private static func md5(_ message: [UInt8]) -> [UInt8] {
    let shifts = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]]
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476]
    let padded = padded(message, block: 64, isBigEndian: false)
    for start in stride(from: 0, to: padded.count, by: 64) {
      let words: [UInt32] = words(padded[start..<start + 64], isBigEndian: false)
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      for i in 0..<64 {
        let (mixed, place) =
          switch i / 16 {
          case 0: (b & c | ~b & d, i)
          case 1: (d & b | ~d & c, (5 * i + 1) % 16)
          case 2: (b ^ c ^ d, (3 * i + 5) % 16)
          default: (c ^ (b | ~d), 7 * i % 16)
          }
        let sum = a &+ mixed &+ sines[i] &+ words[place]
        (a, d, c, b) = (d, c, b, b &+ rotate(sum, right: 32 - shifts[i / 16][i % 4]))
      }
      for (i, part) in [a, b, c, d].enumerated() { state[i] &+= part }
    }
    return bytes(state.map(\.byteSwapped))
  }

  private static func sha1(_ message: [UInt8]) -> [UInt8] {
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    let padded = padded(message, block: 64, isBigEndian: true)
    for start in stride(from: 0, to: padded.count, by: 64) {
      var words: [UInt32] = words(padded[start..<start + 64], isBigEndian: true)
      for i in 16..<80 { words.append(rotate(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], right: 31)) }
      var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
      for i in 0..<80 {
        let (mixed, constant): (UInt32, UInt32) =
          switch i / 20 {
          case 0: (b & c | ~b & d, 0x5A82_7999)
          case 1: (b ^ c ^ d, 0x6ED9_EBA1)
          case 2: (b & c | b & d | c & d, 0x8F1B_BCDC)
          default: (b ^ c ^ d, 0xCA62_C1D6)
          }
        let sum = rotate(a, right: 27) &+ mixed &+ e &+ constant &+ words[i]
        (e, d, c, b, a) = (d, c, rotate(b, right: 2), a, sum)
      }
      for (i, part) in [a, b, c, d, e].enumerated() { state[i] &+= part }
    }
    return bytes(state)
  }

  private static func sha256(_ message: [UInt8]) -> [UInt8] {
    rounds(
      padded(message, block: 64, isBigEndian: true), from: start256, roots: roots32, expansion: [7, 18, 3, 17, 19, 10],
      compression: [6, 11, 25, 2, 13, 22])
  }

  private static func long(_ message: [UInt8], from start: [UInt64]) -> [UInt8] {
    rounds(
      padded(message, block: 128, isBigEndian: true), from: start, roots: roots64, expansion: [1, 8, 7, 19, 61, 6],
      compression: [14, 18, 41, 28, 34, 39])
  }

  /// SHA-2 on words of either width: the numbers are those of its rotations, the third and last of the expansion being shifts.
  private static func rounds<Word: FixedWidthInteger>(
    _ padded: [UInt8], from start: [Word], roots: [Word], expansion: [Int], compression: [Int]
  ) -> [UInt8] {
    var state = start
    let block = Word.bitWidth * 2
    for offset in stride(from: 0, to: padded.count, by: block) {
      var words: [Word] = words(padded[offset..<offset + block], isBigEndian: true)
      for i in 16..<roots.count {
        let (old, new) = (words[i - 15], words[i - 2])
        let low = rotate(old, right: expansion[0]) ^ rotate(old, right: expansion[1]) ^ old >> Word(expansion[2])
        let high = rotate(new, right: expansion[3]) ^ rotate(new, right: expansion[4]) ^ new >> Word(expansion[5])
        words.append(words[i - 16] &+ low &+ words[i - 7] &+ high)
      }
      var v = state
      for i in roots.indices {
        let e = rotate(v[4], right: compression[0]) ^ rotate(v[4], right: compression[1]) ^ rotate(v[4], right: compression[2])
        let first = v[7] &+ e &+ (v[4] & v[5] ^ ~v[4] & v[6]) &+ roots[i] &+ words[i]
        let a = rotate(v[0], right: compression[3]) ^ rotate(v[0], right: compression[4]) ^ rotate(v[0], right: compression[5])
        let second = a &+ (v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2])
        v = [first &+ second, v[0], v[1], v[2], v[3] &+ first, v[4], v[5], v[6]]
      }
      for i in state.indices { state[i] &+= v[i] }
    }
    return bytes(state)
  }
}
