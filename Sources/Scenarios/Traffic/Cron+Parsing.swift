extension Cron {
  /// Why a text is no cron expression.
  struct Fault: Error, Equatable {
    let what: String
  }

  /// A cron expression from its six fields.
  init(_ text: String) throws(Fault) {
    let fields = text.split(separator: " ").map(String.init)
    guard fields.count == 6 else { throw Fault(what: "it has \(fields.count) fields instead of 6") }
    let isDayOpen = fields[2] == "?"
    guard isDayOpen != (fields[4] == "?") else {
      throw Fault(what: "exactly one of day of month and day of week must be '?'")
    }
    self.text = text
    minutes = try Cron.bits(Field(name: "minutes", text: fields[0], range: 0...59))
    hours = try Cron.bits(Field(name: "hours", text: fields[1], range: 0...23))
    months = try Cron.bits(Field(name: "month", text: fields[3], range: 1...12, names: Cron.monthNames))
    days = isDayOpen ? try Cron.weekRule(fields[4]) : try Cron.monthRule(fields[2])
    years = try Cron.values(Field(name: "year", text: fields[5], range: 1970...2199))
  }

  private static let monthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
  private static let dayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]

  private struct Field {
    let name: String
    let text: String
    let range: ClosedRange<Int>
    var names: [String] = []

    func number(_ text: Substring) throws(Fault) -> Int {
      if let index = names.firstIndex(of: text.uppercased()) { return range.lowerBound + index }
      guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(text), range.contains(value) else {
        throw Fault(what: "'\(text)' is no value for \(name), \(range.lowerBound) to \(range.upperBound)")
      }
      return value
    }
  }

  private static func values(_ field: Field) throws(Fault) -> Set<Int> {
    var values: Set<Int> = []
    for item in field.text.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = item.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count <= 2 else { throw Fault(what: "'\(item)' has more than one '/'") }
      var low = field.range.lowerBound
      var high = field.range.upperBound
      if parts[0] != "*" {
        let ends = parts[0].split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count <= 2 else { throw Fault(what: "'\(item)' is no range") }
        low = try field.number(ends[0])
        high = ends.count == 2 ? try field.number(ends[1]) : (parts.count == 2 ? high : low)
        guard low <= high else { throw Fault(what: "the range '\(item)' falls") }
      }
      var step = 1
      if parts.count == 2 {
        guard let given = Int(parts[1]), given >= 1, given <= field.range.upperBound else { throw Fault(what: "'\(parts[1])' is no step") }
        step = given
      }
      values.formUnion(stride(from: low, through: high, by: step))
    }
    return values
  }

  private static func bits(_ field: Field) throws(Fault) -> UInt64 {
    try values(field).reduce(into: 0) { $0 |= 1 << UInt64($1) }
  }

  private static func monthRule(_ text: String) throws(Fault) -> DayRule {
    let field = Field(name: "day of month", text: text, range: 1...31)
    switch text.uppercased() {
    case "L": return .lastOfMonth
    case "LW": return .lastWeekday
    case let upper where upper.hasSuffix("W"): return .weekdayNearest(try field.number(text.dropLast()))
    default: return .ofMonth(try bits(field))
    }
  }

  private static func weekRule(_ text: String) throws(Fault) -> DayRule {
    let field = Field(name: "day of week", text: text, range: 1...7, names: dayNames)
    if text.uppercased() == "L" { return .ofWeek(1 << 7) }
    if text.contains("#") {
      let parts = text.split(separator: "#", omittingEmptySubsequences: false)
      guard parts.count == 2, let nth = Int(parts[1]), (1...5).contains(nth) else {
        throw Fault(what: "'\(text)' is no n-th day of the month")
      }
      return .nthOfWeek(try field.number(parts[0]), nth: nth)
    }
    if text.uppercased().hasSuffix("L") { return .lastOfWeek(try field.number(text.dropLast())) }
    return .ofWeek(try bits(field))
  }
}
