/// Functions on texts.
///
/// - Source: JSONata, string functions.
extension Library {
  static let strings: [Native] = [
    Native("string", "<x-b?:s>", 1) { (arguments, call) throws(Failure) in
      let isPretty = if case .bool(true) = arguments[1] { true } else { false }
      return try arguments[0].text(pretty: isPretty).map { .string($0) } ?? .undefined
    },
    Native("length", "<s-:n>", 1) { (arguments, _) throws(Failure) in
      arguments.text(0).map { .number(Double($0.unicodeScalars.count)) } ?? .undefined
    },
    Native("substring", "<s-nn?:s>", 3) { (arguments, _) throws(Failure) in
      guard let text = arguments.text(0) else { return .undefined }
      return .string(substring(text, try arguments.number(1) ?? 0, try arguments.number(2)))
    },
    Native("substringBefore", "<s-s:s>", 2) { (arguments, _) throws(Failure) in
      guard let text = arguments.text(0) else { return .undefined }
      return .string(text.parts(around: arguments.text(1) ?? "undefined")?.before ?? text)
    },
    Native("substringAfter", "<s-s:s>", 2) { (arguments, _) throws(Failure) in
      guard let text = arguments.text(0) else { return .undefined }
      return .string(text.parts(around: arguments.text(1) ?? "undefined")?.after ?? text)
    },
    Native("lowercase", "<s-:s>", 1) { (arguments, _) throws(Failure) in
      arguments.text(0).map { .string($0.lowercased()) } ?? .undefined
    },
    Native("uppercase", "<s-:s>", 1) { (arguments, _) throws(Failure) in
      arguments.text(0).map { .string($0.uppercased()) } ?? .undefined
    },
    Native("trim", "<s-:s>", 1) { (arguments, _) throws(Failure) in
      arguments.text(0).map { .string(trimmed($0)) } ?? .undefined
    },
    Native("pad", "<s-ns?:s>", 3) { (arguments, call) throws(Failure) in
      guard let text = arguments.text(0) else { return .undefined }
      let wanted = try arguments.number(1)?.rounded(.towardZero) ?? 0
      let width = max(-1e9, min(wanted, 1e9))
      try call.run.charge(Int(width.magnitude))
      return .string(padded(text, Int(width), arguments.text(2) ?? " "))
    },
    Native("join", "<a<s>s?:s>", 2) { (arguments, call) throws(Failure) in
      guard let list = arguments.list(0) else { return .undefined }
      let texts = list.items.map { if case .string(let text) = $0 { text } else { "" } }
      let result = texts.joined(separator: arguments.text(1) ?? "")
      try call.run.charge(list.count + result.utf8.count / 64)
      return .string(result)
    },
  ]

  /// From a place on, counted from the end if negative; to the end if no length is given.
  private static func substring(_ text: String, _ start: Double, _ length: Double?) -> String {
    let scalars = Array(text.unicodeScalars)
    let count = Double(scalars.count)
    let start = count + start < 0 ? 0 : start
    if let length, length <= 0 { return "" }
    let end = length.map { start >= 0 ? start + $0 : count + start + $0 } ?? count
    // As JavaScript's slice: negative places count from the end, fractions are cut off.
    func place(_ number: Double) -> Int {
      let whole = number.rounded(.towardZero)
      return Int(max(0, min(whole < 0 ? count + whole : whole, count)))
    }
    let (from, to) = (place(start), place(end))
    return from < to ? String(scalars: scalars[from..<to]) : ""
  }

  /// White space as single spaces, and none at the ends.
  private static func trimmed(_ text: String) -> String {
    let spaces: Set<Unicode.Scalar> = [" ", "\t", "\n", "\r"]
    return text.unicodeScalars.split { spaces.contains($0) }.map { String($0) }.joined(separator: " ")
  }

  /// Filled up on the right, or on the left if the width is negative.
  static func padded(_ text: String, _ width: Int, _ filler: String) -> String {
    let missing = Int(width.magnitude) - text.unicodeScalars.count
    guard missing > 0 else { return text }
    let pattern = Array((filler.isEmpty ? " " : filler).unicodeScalars)
    let filling = String(scalars: (0..<missing).lazy.map { pattern[$0 % pattern.count] })
    return width > 0 ? text + filling : filling + text
  }
}

extension String {
  /// What is before and after the first occurrence of a text, scalar by scalar.
  func parts(around separator: String) -> (before: String, after: String)? {
    let units = Array(utf8)
    let wanted = Array(separator.utf8)
    guard let place = units.firstPlace(of: wanted, from: 0) else { return nil }
    return (String(decoding: units[..<place], as: UTF8.self), String(decoding: units[(place + wanted.count)...], as: UTF8.self))
  }
}

extension [UInt8] {
  /// Where some bytes are first found, at a place or after it.
  func firstPlace(of wanted: [UInt8], from begin: Int) -> Int? {
    guard count >= wanted.count + begin else { return nil }
    return (begin...(count - wanted.count)).first { self[$0..<($0 + wanted.count)].elementsEqual(wanted) }
  }
}
