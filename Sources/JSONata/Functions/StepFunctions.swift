/// Functions that AWS Step Functions adds. What goes wrong in them has codes of our own, since AWS documents none.
///
/// - Source: AWS Step Functions Developer Guide, transforming data with JSONata: functions provided by Step Functions.
extension Library {
  static let stepFunctions: [Native] = [
    Native("partition", "<an:a>", 2) { (arguments, call) throws(Failure) in
      guard let list = arguments.list(0), let size = try arguments.number(1) else { return .undefined }
      guard size >= 1, size.rounded() == size else { throw Failure("X0201", "the size of $partition is a whole number from 1 on") }
      let step = Int(min(size, Double(max(1, list.count))))
      try call.run.charge(list.count)
      let parts = stride(from: 0, to: list.count, by: step).map { begin in
        Value.array(List(Array(list.items[begin..<min(begin + step, list.count)])))
      }
      return .array(List(parts))
    },
    Native("range", "<nnn?:a>", 3) { (arguments, call) throws(Failure) in
      guard let first = try arguments.number(0), let last = try arguments.number(1) else { return .undefined }
      return .array(List(try range(first, last, arguments.number(2) ?? 1, call).map { .number($0) }))
    },
    Native("hash", "<xs:s>", 2) { (arguments, call) throws(Failure) in
      guard let text = try arguments[0].text(), let name = arguments.text(1) else { return .undefined }
      guard let digest = Digest(rawValue: name) else {
        throw Failure("X0203", "$hash knows MD5, SHA-1, SHA-256, SHA-384 and SHA-512, but not \(name)")
      }
      try call.run.charge(text.utf8.count / 16)
      return .string(digest.of(Array(text.utf8)))
    },
    Native("random", "<n?:n>", 1) { (arguments, call) throws(Failure) in
      guard let seed = try arguments.number(0) else { return .number(call.run.environment.fraction()) }
      // How AWS derives the number from its seed is not documented; the same seed gives the same number.
      var seeded = Environment(milliseconds: 0, seed: seed.bitPattern)
      return .number(seeded.fraction())
    },
    Native("uuid", "<:s>", 0) { (_, call) throws(Failure) in
      .string(uuid(call.run.environment.draw(), call.run.environment.draw()))
    },
    Native("parse", "<s-:x>", 1) { (arguments, call) throws(Failure) in
      guard let text = arguments.text(0) else { return .undefined }
      try call.run.charge(text.utf8.count / 16)
      var reader = JSONReader(text)
      guard let value = reader.read() else { throw Failure("X0204", "the text for $parse is no JSON") }
      return value
    },
  ]

  private static func range(_ first: Double, _ last: Double, _ step: Double, _ call: Invocation) throws(Failure) -> [Double] {
    if step == 0 { throw Failure("X0202", "the step of $range may not be 0") }
    let count = ((last - first) / step).rounded(.down) + 1
    guard count >= 1 else { return [] }
    guard count < 1e7 else { throw Failure("D2014", "a range may have ten million values") }
    try call.run.charge(Int(count))
    return (0..<Int(count)).map { first + Double($0) * step }
  }

  /// A random UUID, of version 4.
  ///
  /// - Source: RFC 9562, section 5.4.
  private static func uuid(_ high: UInt64, _ low: UInt64) -> String {
    let words = [high & ~0xF000 | 0x4000, low & ~(3 << 62) | 1 << 63]
    let digits = words.map { word in
      let text = String(word, radix: 16)
      return String(repeating: "0", count: 16 - text.utf8.count) + text
    }.joined()
    var result = ""
    for (place, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(place) { result += "-" }
      result.append(digit)
    }
    return result
  }
}
