/// Functions that write texts in other letters.
///
/// - Source: JSONata, string functions; ECMAScript, URI handling functions.
extension Library {
  static let encodings: [Native] = [
    Native("base64encode", "<s-:s>", 1) { (arguments, _) throws(Failure) in
      // Each character stands for one byte, of which only the lowest eight bits count.
      arguments.text(0).map { .string(Base64.encoded($0.utf16.map { UInt8(truncatingIfNeeded: $0) })) } ?? .undefined
    },
    Native("base64decode", "<s-:s>", 1) { (arguments, _) throws(Failure) in
      arguments.text(0).map { .string(String(scalars: Base64.decoded($0).map { Unicode.Scalar($0) })) } ?? .undefined
    },
    Native("encodeUrlComponent", "<s-:s>", 1) { (arguments, _) throws(Failure) in
      arguments.text(0).map { .string(encoded($0, keeping: unreserved)) } ?? .undefined
    },
    Native("encodeUrl", "<s-:s>", 1) { (arguments, _) throws(Failure) in
      arguments.text(0).map { .string(encoded($0, keeping: unreserved + reserved)) } ?? .undefined
    },
    Native("decodeUrlComponent", "<s-:s>", 1) { (arguments, _) throws(Failure) in
      try arguments.text(0).map { (text) throws(Failure) in .string(try decoded(text, keeping: [], "decodeUrlComponent")) } ?? .undefined
    },
    Native("decodeUrl", "<s-:s>", 1) { (arguments, _) throws(Failure) in
      try arguments.text(0).map { (text) throws(Failure) in .string(try decoded(text, keeping: reserved, "decodeUrl")) } ?? .undefined
    },
  ]

  private static let unreserved = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()".utf8)
  private static let reserved = Array(";/?:@&=+$,#".utf8)
  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func encoded(_ text: String, keeping kept: [UInt8]) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      if kept.contains(byte) {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func decoded(_ text: String, keeping kept: [UInt8], _ name: String) throws(Failure) -> String {
    let malformed = Failure("D3140", "$\(name) wants two hexadecimal digits after each %, and UTF-8")
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "%") else {
        result.append(bytes[place])
        place += 1
        continue
      }
      let code = bytes[(place + 1)...].prefix(2)
      guard code.count == 2, code.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
        let byte = UInt8(String(decoding: code, as: UTF8.self), radix: 16)
      else { throw malformed }
      result += kept.contains(byte) ? Array(bytes[place..<place + 3]) : [byte]
      place += 3
    }
    guard let decoded = String(validating: result, as: UTF8.self) else { throw malformed }
    return decoded
  }
}

/// Bytes in 64 letters.
///
/// - Source: RFC 4648, section 4.
enum Base64 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encoded(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    for begin in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[begin...].prefix(3)
      var bits: UInt32 = 0
      for place in 0..<3 { bits = bits << 8 | (place < group.count ? UInt32(group[begin + place]) : 0) }
      for place in 0..<4 {
        result.append(place <= group.count ? letters[Int(bits >> (18 - 6 * place) & 63)] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// What is no letter is passed over; `-` and `_` are taken for `+` and `/`.
  static func decoded(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "=") { break }
      let letter = byte == UInt8(ascii: "-") ? UInt8(ascii: "+") : byte == UInt8(ascii: "_") ? UInt8(ascii: "/") : byte
      guard let value = letters.firstIndex(of: letter) else { continue }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return result
  }
}
