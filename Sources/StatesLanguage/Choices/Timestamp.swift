/// Points in time as definitions and documents write them.
///
/// - Source: RFC 3339, with capital `T` and `Z` as the Amazon States Language wants.
enum Timestamp {
  /// Nanoseconds since 1970; nil if the text is no timestamp.
  static func nanoseconds(_ text: String) -> Int64? {
    var bytes = Array(text.utf8)[...]
    guard let year = number(&bytes, 4), take(&bytes, "-"), let month = number(&bytes, 2), take(&bytes, "-"),
      let day = number(&bytes, 2), take(&bytes, "T"), let hour = number(&bytes, 2), take(&bytes, ":"),
      let minute = number(&bytes, 2), take(&bytes, ":"), let second = number(&bytes, 2), (1...12).contains(month),
      (1...days(in: month, of: year)).contains(day), hour < 24, minute < 60, second < 61
    else { return nil }
    var fraction: Int64 = 0
    if take(&bytes, ".") {
      let digits = bytes.prefix { $0 >= 0x30 && $0 <= 0x39 }
      guard !digits.isEmpty else { return nil }
      for place in 0..<9 {
        let digit = place < digits.count ? Int64(digits[digits.startIndex + place] - 0x30) : 0
        fraction = fraction * 10 + digit
      }
      bytes = bytes.dropFirst(digits.count)
    }
    var offset: Int64 = 0
    if !take(&bytes, "Z") {
      let isNegative = bytes.first == UInt8(ascii: "-")
      guard isNegative || bytes.first == UInt8(ascii: "+") else { return nil }
      bytes = bytes.dropFirst()
      guard let hours = number(&bytes, 2), take(&bytes, ":"), let minutes = number(&bytes, 2), hours < 24, minutes < 60 else { return nil }
      offset = (hours * 60 + minutes) * (isNegative ? -60 : 60)
    }
    guard bytes.isEmpty else { return nil }
    let seconds = dayNumber(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - offset
    let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    // Times that 64 bits do not hold, before 1677 and after 2262, count as the first and last that they do.
    return overflow ? (seconds < 0 ? .min : .max) : whole + fraction
  }

  /// Nanoseconds from one time to a later one; 0 if it is past.
  static func remaining(until time: Int64, from now: Int64) -> Int64 {
    if time <= now { return 0 }
    let (remaining, overflow) = time.subtractingReportingOverflow(now)
    return overflow ? .max : remaining
  }

  /// The text of a time, with milliseconds.
  static func text(_ nanoseconds: Int64) -> String {
    let milliseconds = floored(nanoseconds, 1_000_000)
    let seconds = floored(milliseconds, 1000)
    let days = floored(seconds, 86_400)
    let (year, month, day) = date(days)
    let second = seconds - days * 86_400
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):"
      + "\(padded(second % 60, 2)).\(padded(milliseconds - seconds * 1000, 3))Z"
  }

  private static func padded(_ value: Int64, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func floored(_ value: Int64, _ divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value < quotient * divisor ? quotient - 1 : quotient
  }

  private static func take(_ bytes: inout ArraySlice<UInt8>, _ character: Unicode.Scalar) -> Bool {
    guard bytes.first == UInt8(ascii: character) else { return false }
    bytes = bytes.dropFirst()
    return true
  }

  private static func number(_ bytes: inout ArraySlice<UInt8>, _ width: Int) -> Int64? {
    let digits = bytes.prefix(width)
    guard digits.count == width, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    bytes = bytes.dropFirst(width)
    return digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
  }

  private static func days(in month: Int64, of year: Int64) -> Int64 {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// Days since 1970 of a date of the Gregorian calendar.
  ///
  /// - Source: H. Hinnant: chrono-compatible low-level date algorithms, 2013.
  private static func dayNumber(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = floored(shifted, 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func date(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + 719_468
    let era = floored(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
