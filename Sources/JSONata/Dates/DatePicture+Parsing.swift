extension DatePicture {
  /// The moment that a text stands for, in milliseconds since 1970-01-01T00:00Z; nil if it does not fit the picture.
  ///
  /// - Parameter now: Whence what is greater than all that the picture names is taken.
  /// - Throws: D3136 if the picture leaves a gap, or names weeks.
  func parse(_ text: String, now: DateParts, _ run: Evaluation) throws(Failure) -> Double? {
    var source = "^"
    for part in parts { source += try "(" + pattern(of: part) + ")" }
    let pattern: Pattern
    do {
      pattern = try Pattern(source + "$", ignoresCase: true, isMultiline: false)
    } catch {
      throw Failure("D3136", "the picture cannot be read by")
    }
    let units = Array(text.utf16)
    guard let match = try pattern.firstMatch(in: units, from: 0, steps: &run.steps) else { return nil }
    var found: [Character: Int] = [:]
    for (part, range) in zip(parts, match.groups) {
      guard case .marker(let marker) = part, let range else { continue }
      if let value = try marker.parse(String(units: units[range])) { found[marker.component] = value }
    }
    return found.isEmpty ? nil : try DatePicture.moment(found, now)
  }

  /// A regular expression without groups of its own.
  private func pattern(of part: Part) throws(Failure) -> String {
    switch part {
    case .literal(let text):
      return String(scalars: text.unicodeScalars.flatMap { ".*+?^${}()|[]\\".unicodeScalars.contains($0) ? ["\\", $0] : [$0] })
    case .marker(let marker):
      switch marker.component {
      case "Z", "z":
        let numbers = "[-+][0-9]+(?::?[0-9]+)?"
        return (marker.component == "z" ? "GMT" : "") + (marker.isTraditional ? "(?:Z|\(numbers))" : numbers)
      case "f": return "[0-9]+"
      case "P", "C", "E": return "[a-zA-Z]+"
      default:
        if let integer = marker.integer { return try integer.pattern() }
        _ = try DatePicture.names(marker.component)
        return "[a-zA-Z]+"
      }
    }
  }

  /// - Source: JSONata, `$toMillis`: what is missing is now's if it is greater than all that is given, and least if it is smaller.
  private static func moment(_ found: [Character: Int], _ now: DateParts) throws(Failure) -> Double {
    func has(_ letters: String) -> Bool { letters.contains { found[$0] != nil } }
    let isOfYear = has("d") && !has("XMxWwD")
    guard isOfYear || !has("XxWw") || has("YMDd") else { throw Failure("D3136", "dates by weeks cannot be read") }
    let isHalfDay = has("h") && !has("H")
    var parts = found
    var hasBegun = false
    var hasEnded = false
    for letter in (isOfYear ? "Yd" : "YMD") + (isHalfDay ? "Phmsf" : "Hmsf") {
      if parts[letter] != nil {
        if hasEnded { throw Failure("D3136", "the picture leaves out what is between its components") }
        hasBegun = true
      } else if hasBegun {
        parts[letter] = "MDd".contains(letter) ? 1 : 0
        hasEnded = true
      } else {
        parts[letter] = now.component(letter)
      }
    }
    func part(_ letter: Character) -> Int { parts[letter] ?? 0 }
    // Years of two digits are in the twentieth century, as in JavaScript.
    let year = 0...99 ~= part("Y") ? part("Y") + 1900 : part("Y")
    let days = isOfYear ? CivilDate(year, 1, 1).days + part("d") - 1 : CivilDate(year, part("M"), part("D")).days
    let hour = isHalfDay ? part("h") % 12 + (part("P") == 1 ? 12 : 0) : part("H")
    let minutes = Double(hour * 60 + part("m") - (found["Z"] ?? found["z"] ?? 0))
    return Double(days) * 86_400_000 + minutes * 60_000 + Double(part("s") * 1000 + part("f"))
  }

  /// The moment of a text in ISO 8601; nil if it is none.
  ///
  /// Without a time zone it is in UTC.
  ///
  /// - Source: JSONata, `$toMillis`; ISO 8601.
  static func parse(iso8601 text: String) -> Double? {
    var rest = Array(text.utf8)[...]
    func number(_ before: Unicode.Scalar?, _ count: Int, _ range: ClosedRange<Int>) -> Int? {
      let skipped = before == nil ? 0 : 1
      let digits = rest.dropFirst(skipped).prefix(count)
      guard before == nil || rest.first == before.map({ UInt8(ascii: $0) }), digits.count == count,
        digits.allSatisfy({ 48...57 ~= $0 }), let number = Int(String(decoding: digits, as: UTF8.self)), range ~= number
      else { return nil }
      rest = rest.dropFirst(skipped + count)
      return number
    }
    guard let year = number(nil, 4, 0...9999) else { return nil }
    let month = number("-", 2, 1...12)
    let day = month == nil ? nil : number("-", 2, 1...31)
    var result = Double(CivilDate(year, month ?? 1, day ?? 1).days) * 86_400_000
    if let hour = number("T", 2, 0...24) {
      guard let minute = number(":", 2, 0...59), let second = number(":", 2, 0...59) else { return nil }
      result += Double((hour * 60 + minute) * 60 + second) * 1000
      if rest.first == UInt8(ascii: ".") {
        let digits = rest.dropFirst().prefix { 48...57 ~= $0 }
        guard !digits.isEmpty else { return nil }
        result += Double(Int(String(decoding: (digits + [48, 48]).prefix(3), as: UTF8.self)) ?? 0)
        rest = rest.dropFirst(1 + digits.count)
      }
    }
    if rest.elementsEqual("Z".utf8) || rest.isEmpty { return result }
    let isWest = rest.first == UInt8(ascii: "-")
    guard isWest || rest.first == UInt8(ascii: "+"), let hours = number(isWest ? "-" : "+", 2, 0...23),
      let minutes = number(rest.first == UInt8(ascii: ":") ? ":" : nil, 2, 0...59), rest.isEmpty
    else { return nil }
    return result - Double((isWest ? -1 : 1) * (hours * 60 + minutes)) * 60_000
  }
}

extension DatePicture.Marker {
  /// The number that the text of a component stands for.
  fileprivate func parse(_ text: String) throws(Failure) -> Int? {
    switch component {
    case "Z", "z":
      let digits = text.split(whereSeparator: { !($0.isASCII && $0.isNumber) })
      guard let first = digits.first else { return 0 }
      let whole = digits.count > 1 ? first + digits[1] : first.count <= 2 ? first + "00" : first
      return DatePicture.offset((text.contains("-") ? "-" : "+") + whole)
    case "f": return Int((text + "00").prefix(3))
    case "P": return text.lowercased() == "am" ? 0 : text.lowercased() == "pm" ? 1 : nil
    case "C", "E": return nil
    default: break
    }
    if let integer {
      guard let number = try integer.parse(text), number.magnitude < 1e9 else { return nil }
      return Int(number)
    }
    let wanted = text.lowercased()
    return try DatePicture.names(component).firstIndex { $0.prefix(longest ?? .max).lowercased() == wanted }.map { $0 + 1 }
  }
}
