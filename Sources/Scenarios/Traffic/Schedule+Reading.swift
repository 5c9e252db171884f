internal import Documents

extension Schedule {
  /// The first instant after another one at which it recurs, for a run that starts at `start`; nil if there is none.
  ///
  /// - Complexity: O(d) in the days until then.
  public func next(after instant: Instant, start: Instant) -> Instant? {
    switch self {
    case .cron(let cron): return cron.next(after: instant)
    case .rate(let every):
      let elapsed = instant.nanoseconds - start.nanoseconds
      let passed = elapsed < 0 ? 0 : elapsed / every + 1
      let (offset, overflow) = passed.multipliedReportingOverflow(by: every)
      let (sum, overflowSum) = start.nanoseconds.addingReportingOverflow(offset)
      return overflow || overflowSum ? nil : Instant(nanoseconds: sum)
    }
  }

  /// A schedule from `cron(..)` or `rate(..)`; why it is none otherwise.
  ///
  /// - Source: Amazon EventBridge user guide: `rate(value unit)` with minute, minutes, hour, hours, day or days.
  static func parse(_ text: String) throws(Cron.Fault) -> Schedule {
    if let inner = text.between("cron(", ")") { return .cron(try Cron(String(inner))) }
    guard let inner = text.between("rate(", ")") else { throw Cron.Fault(what: "it begins with neither cron( nor rate(") }
    let words = inner.split(separator: " ")
    let units: [Substring: Int64] = [
      "minute": 60, "minutes": 60, "hour": 3600, "hours": 3600, "day": 86400, "days": 86400,
    ]
    guard words.count == 2, let number = Int64(words[0]), (1...1_000_000).contains(number), let seconds = units[words[1]] else {
      throw Cron.Fault(what: "a rate is a number and minutes, hours or days")
    }
    return .rate(every: number * seconds * 1_000_000_000)
  }
}

extension String {
  /// What stands between a beginning and an end.
  fileprivate func between(_ start: String, _ end: String) -> Substring? {
    guard hasPrefix(start), hasSuffix(end), utf8.count >= start.utf8.count + end.utf8.count else { return nil }
    return dropFirst(start.count).dropLast(end.count)
  }
}

extension Syntax where Value == Schedule {
  /// `cron(..)` or `rate(..)`.
  static var schedule: Syntax<Schedule> {
    let form = Form.text(kind: "schedule", pattern: "^(cron|rate)\\(.+\\)$", example: "cron(0 12 * * ? *)")
    return Syntax(form, placeholder: .rate(every: 60_000_000_000)) { node, path, reading in
      guard let text = reading.text(node, path, expected: "a schedule such as cron(0 12 * * ? *)") else { return nil }
      do throws(Cron.Fault) {
        return try Schedule.parse(text)
      } catch {
        reading.note(.badSchedule(text, error.what), at: node, path)
        return nil
      }
    }
  }
}
