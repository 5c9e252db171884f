extension Instant {
  /// An instant from ISO-8601 such as `2026-01-05T00:00:00Z`, `2026-01-05 00:00:00.1234567` or with `+01:00`; nil if the text is none.
  ///
  /// Without a zone it is UTC. Fractions beyond nanoseconds are cut.
  public init?(_ text: String) {
    var text = text
    let parsed = text.withUTF8 { Instant.parse($0) }
    guard let parsed else { return nil }
    self = parsed
  }

  /// An instant from the bytes of ISO-8601.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Instant? {
    func number(_ start: Int, _ length: Int) -> Int? {
      guard start + length <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[start..<start + length] {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    func isAt(_ index: Int, _ character: Unicode.Scalar) -> Bool { index < bytes.count && bytes[index] == UInt8(ascii: character) }
    guard let year = number(0, 4), isAt(4, "-"), let month = number(5, 2), isAt(7, "-"), let day = number(8, 2),
      (1680...2260).contains(year), (1...12).contains(month), day >= 1, day <= Calendar.length(year: year, month: month)
    else { return nil }
    var nanoseconds = Int64(Calendar.day(year: year, month: month, day: day)) * Calendar.nanosecondsPerDay
    if bytes.count == 10 { return Instant(nanoseconds: nanoseconds) }
    guard isAt(10, "T") || isAt(10, " "), let hour = number(11, 2), isAt(13, ":"), let minute = number(14, 2), isAt(16, ":"),
      let second = number(17, 2), hour < 24, minute < 60, second < 61
    else { return nil }
    nanoseconds += Int64((hour * 60 + minute) * 60 + second) * 1_000_000_000
    var index = 19
    if isAt(index, ".") {
      index += 1
      let start = index
      var scale: Int64 = 100_000_000
      while index < bytes.count, (48...57).contains(bytes[index]) {
        nanoseconds += Int64(bytes[index] - 48) * scale
        scale /= 10
        index += 1
      }
      if index == start { return nil }
    }
    if index == bytes.count || (isAt(index, "Z") && index + 1 == bytes.count) { return Instant(nanoseconds: nanoseconds) }
    guard isAt(index, "+") || isAt(index, "-"), index + 6 == bytes.count, let hours = number(index + 1, 2), isAt(index + 3, ":"),
      let minutes = number(index + 4, 2), hours < 24, minutes < 60
    else { return nil }
    let offset = Int64(hours * 60 + minutes) * 60_000_000_000
    return Instant(nanoseconds: nanoseconds + (isAt(index, "+") ? -offset : offset))
  }

  /// ISO-8601 in UTC to the second, such as `2026-01-05T00:00:00Z`.
  public var text: String {
    var day = nanoseconds / Calendar.nanosecondsPerDay
    var rest = nanoseconds % Calendar.nanosecondsPerDay
    if rest < 0 {
      day -= 1
      rest += Calendar.nanosecondsPerDay
    }
    let date = Calendar.date(day: Int(day))
    let seconds = Int(rest / 1_000_000_000)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let clock = "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    return "\(date.year)-\(two(date.month))-\(two(date.day))T\(clock)Z"
  }
}
