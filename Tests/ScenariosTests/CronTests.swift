import Testing

@testable import Scenarios

struct CronTests {
  private func instants(_ text: String, after start: String, _ count: Int) throws -> [String] {
    let schedule = try Schedule.parse(text)
    var instant = try #require(Instant(start))
    let begin = instant
    var found: [String] = []
    for _ in 0..<count {
      guard let next = schedule.next(after: instant, start: begin) else { break }
      found.append(next.text)
      instant = next
    }
    return found
  }

  @Test(arguments: [
    ("cron(0 12 * * ? *)", ["2026-01-05T12:00:00Z", "2026-01-06T12:00:00Z"]),
    ("cron(15,45 8-9 ? * MON-FRI *)", ["2026-01-05T08:15:00Z", "2026-01-05T08:45:00Z", "2026-01-05T09:15:00Z"]),
    ("cron(0/20 0 1 * ? *)", ["2026-02-01T00:00:00Z", "2026-02-01T00:20:00Z", "2026-02-01T00:40:00Z", "2026-03-01T00:00:00Z"]),
    ("cron(0 0 L * ? *)", ["2026-01-31T00:00:00Z", "2026-02-28T00:00:00Z"]),
    ("cron(0 0 LW * ? *)", ["2026-01-30T00:00:00Z", "2026-02-27T00:00:00Z"]),
    ("cron(0 0 3W * ? *)", ["2026-02-03T00:00:00Z", "2026-03-03T00:00:00Z", "2026-04-03T00:00:00Z", "2026-05-04T00:00:00Z"]),
    ("cron(0 0 1W * ? 2026)", ["2026-02-02T00:00:00Z", "2026-03-02T00:00:00Z"]),
    ("cron(0 0 ? * 6L *)", ["2026-01-30T00:00:00Z", "2026-02-27T00:00:00Z"]),
    ("cron(0 0 ? * 2#1 *)", ["2026-01-05T00:00:00Z", "2026-02-02T00:00:00Z"]),
    ("cron(30 10 29 2 ? *)", ["2028-02-29T10:30:00Z", "2032-02-29T10:30:00Z"]),
    ("rate(5 minutes)", ["2026-01-05T00:04:59Z", "2026-01-05T00:09:59Z"]),
  ])
  func `the next instants are those of the calendar`(text: String, expected: [String]) throws {
    let start = "2026-01-04T23:59:59Z"
    #expect(try instants(text, after: start, expected.count) == expected)
  }

  @Test func `a schedule of the past has no next instant`() throws {
    #expect(try instants("cron(0 12 1 1 ? 2020)", after: "2026-01-01T00:00:00Z", 1) == [])
    #expect(try instants("cron(0 12 31 2 ? *)", after: "2026-01-01T00:00:00Z", 1) == [])
  }

  @Test(arguments: [
    "cron(0 12 * * * *)", "cron(0 12 ? * ? *)", "cron(60 12 * * ? *)", "cron(0 12 * * ?)", "cron(0 9-8 * * ? *)", "cron(0/0 * * * ? *)",
    "cron(0 12 ? * 8 *)", "cron(0 12 ? * 2#6 *)", "rate(0 minutes)", "rate(5 fortnights)", "every day", "cron(", "cron()",
    "cron(1,,2 12 * * ? *)",
  ])
  func `what is no schedule is refused`(text: String) {
    #expect(throws: Cron.Fault.self) { try Schedule.parse(text) }
  }
}
