extension Cron {
  /// The first instant after another one at which the expression matches; nil if there is none.
  ///
  /// - Complexity: O(d) in the days until then.
  public func next(after instant: Instant) -> Instant? {
    // Matches are whole minutes, so the search begins with the next one.
    let minute: Int64 = 60_000_000_000
    let floor = instant.nanoseconds >= 0 ? instant.nanoseconds / minute : (instant.nanoseconds - minute + 1) / minute
    let first = floor + 1
    var day = Int(first >= 0 ? first / 1440 : (first - 1439) / 1440)
    var from = Int(first - Int64(day) * 1440)
    guard let lastYear = years.max(), minutes != 0, hours != 0 else { return nil }
    let lastDay = min(Calendar.day(year: lastYear, month: 12, day: 31), 106_751)
    while day <= lastDay {
      let date = Calendar.date(day: day)
      if !years.contains(date.year) {
        day = Calendar.day(year: date.year + 1, month: 1, day: 1)
        from = 0
        continue
      }
      if months & (1 << UInt64(date.month)) != 0, matches(day: day, year: date.year, month: date.month, dayOfMonth: date.day),
        let found = minuteOfDay(from: from)
      {
        return Instant(nanoseconds: (Int64(day) * 1440 + Int64(found)) * minute)
      }
      day += 1
      from = 0
    }
    return nil
  }

  /// The first matching minute of a day from one on.
  private func minuteOfDay(from: Int) -> Int? {
    guard from < 1440 else { return nil }
    for hour in from / 60..<24 where hours & (1 << UInt64(hour)) != 0 {
      let start = hour == from / 60 ? from % 60 : 0
      let rest = minutes >> UInt64(start)
      if rest != 0 { return hour * 60 + start + rest.trailingZeroBitCount }
    }
    return nil
  }

  private func matches(day: Int, year: Int, month: Int, dayOfMonth: Int) -> Bool {
    let length = Calendar.length(year: year, month: month)
    let weekday = Calendar.weekday(day: day)
    switch days {
    case .ofMonth(let bits): return bits & (1 << UInt64(dayOfMonth)) != 0
    case .lastOfMonth: return dayOfMonth == length
    case .ofWeek(let bits): return bits & (1 << UInt64(weekday)) != 0
    case .lastOfWeek(let wanted): return weekday == wanted && dayOfMonth + 7 > length
    case .nthOfWeek(let wanted, let nth): return weekday == wanted && (dayOfMonth - 1) / 7 + 1 == nth
    case .lastWeekday:
      let last = Calendar.weekday(day: day + length - dayOfMonth)
      return dayOfMonth == length - (last == 7 ? 1 : last == 1 ? 2 : 0)
    case .weekdayNearest(let wanted):
      guard wanted <= length else { return false }
      return dayOfMonth == Cron.nearestWeekday(wanted, of: Calendar.weekday(day: day + wanted - dayOfMonth), length: length)
    }
  }

  /// The day of the month that is the weekday nearest to a day, within the month.
  private static func nearestWeekday(_ wanted: Int, of weekday: Int, length: Int) -> Int {
    switch weekday {
    case 7: wanted > 1 ? wanted - 1 : wanted + 2
    case 1: wanted < length ? wanted + 1 : wanted - 2
    default: wanted
    }
  }
}
