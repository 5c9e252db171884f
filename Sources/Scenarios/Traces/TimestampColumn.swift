/// Reads instants from the fields of a column: ISO-8601, or a number of seconds or milliseconds.
enum TimestampColumn {
  /// The nanoseconds of a field since 1970 or since the recording's zero; nil if it is no instant.
  ///
  /// - Parameter nanosecondsPerUnit: what a plain number counts.
  static func instant(_ bytes: UnsafeBufferPointer<UInt8>, _ field: Range<Int>, nanosecondsPerUnit: Int64) -> Int64? {
    var field = field
    if field.count >= 2, bytes[field.lowerBound] == UInt8(ascii: "\""), bytes[field.upperBound - 1] == UInt8(ascii: "\"") {
      field = field.lowerBound + 1..<field.upperBound - 1
    }
    if field.count >= 10, bytes[field.lowerBound + 4] == UInt8(ascii: "-") {
      return Instant.parse(UnsafeBufferPointer(rebasing: bytes[field]))?.nanoseconds
    }
    return number(bytes, field, nanosecondsPerUnit: nanosecondsPerUnit)
  }

  /// A decimal number times a whole one, cut to nanoseconds; nil if the field is none or does not fit.
  static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ field: Range<Int>, nanosecondsPerUnit: Int64) -> Int64? {
    var index = field.lowerBound
    let end = field.upperBound
    guard index < end else { return nil }
    let negative = bytes[index] == UInt8(ascii: "-")
    if negative { index += 1 }
    var whole: Int64 = 0
    var digits = 0
    while index < end, (48...57).contains(bytes[index]) {
      let (scaled, overflow) = whole.multipliedReportingOverflow(by: 10)
      let (sum, overflowSum) = scaled.addingReportingOverflow(Int64(bytes[index] - 48))
      if overflow || overflowSum { return nil }
      whole = sum
      digits += 1
      index += 1
    }
    var (value, overflow) = whole.multipliedReportingOverflow(by: nanosecondsPerUnit)
    if overflow { return nil }
    if index < end, bytes[index] == UInt8(ascii: ".") {
      index += 1
      var worth = nanosecondsPerUnit
      var rest: Int64 = 0
      while index < end, (48...57).contains(bytes[index]) {
        worth /= 10
        rest += worth * Int64(bytes[index] - 48)
        digits += 1
        index += 1
      }
      (value, overflow) = value.addingReportingOverflow(rest)
      if overflow { return nil }
    }
    if digits > 0, index < end { return exponential(bytes, field, nanosecondsPerUnit: nanosecondsPerUnit) }
    return digits > 0 && index == end ? (negative ? -value : value) : nil
  }

  /// The rare number with an exponent, as `1.5e-05`.
  private static func exponential(_ bytes: UnsafeBufferPointer<UInt8>, _ field: Range<Int>, nanosecondsPerUnit: Int64) -> Int64? {
    let text = String(decoding: bytes[field], as: UTF8.self)
    guard let (number, rest) = Decimal.prefix(of: text[...]), rest.isEmpty else { return nil }
    return number.integer(times: nanosecondsPerUnit, over: 1)
  }
}
