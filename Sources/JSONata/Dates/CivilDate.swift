/// A day of the Gregorian calendar, also before it was introduced.
///
/// - Source: H. Hinnant, chrono-compatible low-level date algorithms.
struct CivilDate: Equatable {
  var year: Int
  /// From 1 on.
  var month: Int
  /// From 1 on.
  var day: Int

  init(_ year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// So many days after 1970-01-01.
  init(days: Int) {
    let shifted = days + 719_468
    let era = Int((Double(shifted) / 146_097).rounded(.down))
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    day = ofYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days after 1970-01-01.
  ///
  /// Months and days may be too many or too few; they are carried over.
  var days: Int {
    let months = month - 1
    let carried = Int((Double(months) / 12).rounded(.down))
    let (year, month) = (year + carried, months - 12 * carried + 1)
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = Int((Double(shiftedYear) / 400).rounded(.down))
    let yearOfEra = shiftedYear - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear + day - 1 - 719_468
  }

  /// Monday is 1, Sunday 7.
  var weekday: Int {
    let remainder = (days + 3) % 7
    return (remainder < 0 ? remainder + 7 : remainder) + 1
  }

  /// The same month's days and weeks begin here: the Monday of the week that has most of its days in the month, as days after 1970-01-01.
  ///
  /// - Source: ISO 8601, week dates, carried over to months as XPath's fn:format-dateTime has it.
  static func firstWeek(_ year: Int, _ month: Int) -> Int {
    let first = CivilDate(year, month, 1)
    let weekday = first.weekday
    return weekday > 4 ? first.days + 8 - weekday : first.days - (weekday - 1)
  }
}

/// A moment in its parts.
struct DateParts {
  let date: CivilDate
  let hour: Int
  let minute: Int
  let second: Int
  let millisecond: Int

  /// So many milliseconds after 1970-01-01T00:00Z.
  init(milliseconds: Double) {
    let whole = milliseconds.rounded(.down)
    let days = (whole / 86_400_000).rounded(.down)
    let rest = Int(whole - days * 86_400_000)
    date = CivilDate(days: Int(days))
    hour = rest / 3_600_000
    minute = rest / 60_000 % 60
    second = rest / 1000 % 60
    millisecond = rest % 1000
  }

  /// The number of a component of a picture; nil for those that have none.
  ///
  /// - Source: XPath and XQuery Functions and Operators 3.1, section 9.8.4.1.
  func component(_ letter: Character) -> Int? {
    switch letter {
    case "Y": date.year
    case "M": date.month
    case "D": date.day
    case "d": date.days - CivilDate(date.year, 1, 1).days + 1
    case "F": date.weekday
    case "W": week(from: CivilDate.firstWeek(date.year, 1), CivilDate.firstWeek(date.year - 1, 1), CivilDate.firstWeek(date.year + 1, 1))
    case "w":
      week(
        from: CivilDate.firstWeek(date.year, date.month), CivilDate.firstWeek(date.year, date.month - 1),
        CivilDate.firstWeek(date.year, date.month + 1))
    case "X":
      date.days < CivilDate.firstWeek(date.year, 1)
        ? date.year - 1 : date.days >= CivilDate.firstWeek(date.year + 1, 1) ? date.year + 1 : date.year
    case "x":
      date.days < CivilDate.firstWeek(date.year, date.month)
        ? (date.month + 10) % 12 + 1
        : date.days >= CivilDate.firstWeek(date.year, date.month + 1) ? date.month % 12 + 1 : date.month
    case "H": hour
    case "h": (hour + 11) % 12 + 1
    case "P": hour >= 12 ? 1 : 0
    case "m": minute
    case "s": second
    case "f": millisecond
    default: nil
    }
  }

  /// The number of the week that begins at a day, or in the period before or after it.
  private func week(from begin: Int, _ before: Int, _ after: Int) -> Int {
    if date.days < begin { return (date.days - before) / 7 + 1 }
    if date.days >= after { return 1 }
    return (date.days - begin) / 7 + 1
  }
}
