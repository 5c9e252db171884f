/// A six-field cron expression: minutes, hours, day of month, month, day of week, year; in UTC.
///
/// - Source: Amazon EventBridge user guide, "Cron expressions": `,` `-` `*` `/` everywhere, `?` `L` `W` in day of month, `?` `L` `#` in day
///   of week; exactly one of the two day fields is `?`; Sunday is 1; years 1970 ... 2199.
public struct Cron: Equatable, Sendable {
  /// The expression as written, without `cron(` and `)`.
  public var text: String
  /// The minutes of an hour, bit n for minute n.
  var minutes: UInt64
  /// The hours of a day, bit n for hour n.
  var hours: UInt64
  /// Which days of a month.
  var days: DayRule
  /// The months, bit n for month n, from 1.
  var months: UInt64
  /// First and last year, and which of them.
  var years: Set<Int>

  /// Which days of a month match.
  enum DayRule: Equatable, Sendable {
    /// The days of the month, bit n for day n, from 1.
    case ofMonth(UInt64)
    /// The last day of the month.
    case lastOfMonth
    /// The weekday nearest to a day of the month.
    case weekdayNearest(Int)
    /// The last weekday of the month.
    case lastWeekday
    /// The days of the week, bit n for day n, Sunday is 1.
    case ofWeek(UInt64)
    /// The last such day of the week in the month.
    case lastOfWeek(Int)
    /// The n-th such day of the week in the month.
    case nthOfWeek(Int, nth: Int)
  }
}
