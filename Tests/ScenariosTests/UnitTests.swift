import Testing

@testable import Scenarios

struct UnitTests {
  @Test(
    arguments: [
      ("250 ms", 250_000_000), ("250ms", 250_000_000), ("0.3 s", 300_000_000), ("1.5 min", 90_000_000_000), ("0.1 us", 100),
      ("15 min", 900_000_000_000), ("24 h", 86_400_000_000_000), ("7 d", 604_800_000_000_000), ("1e3 ns", 1000), ("0.4 ns", 0),
      ("0.5 ns", 1),
    ] as [(String, Int64)])
  func `durations are exact`(text: String, nanoseconds: Int64) throws {
    #expect(try Unit.duration.integer(text).get() == nanoseconds)
  }

  @Test(arguments: [("128 MB", 134_217_728), ("1.5 KB", 1536), ("10 GB", 10_737_418_240), ("3 B", 3)] as [(String, Int64)])
  func `sizes are powers of 1024`(text: String, bytes: Int64) throws {
    #expect(try Unit.size.integer(text).get() == bytes)
  }

  @Test func `rates, shares, factors and money are read in their base units`() throws {
    #expect(try Unit.rate.double("40/s").get() == 40)
    #expect(try Unit.rate.double("1200/min").get() == 20)
    #expect(try Unit.rate.double("36 /h").get() == 0.01)
    #expect(try Unit.share.double("0.1%").get() == 0.001)
    #expect(try Unit.factor.double("3x").get() == 3)
    #expect(try Unit.money.double("12.50 USD").get() == 12.5)
  }

  @Test func `what is no quantity is told apart`() {
    #expect(Unit.duration.integer("900") == .failure(.noUnit))
    #expect(Unit.duration.integer("fast") == .failure(.noNumber))
    #expect(Unit.duration.integer("5 parsecs") == .failure(.unknownUnit("parsecs")))
    #expect(Unit.duration.integer("999999999 d") == .failure(.tooLarge))
    #expect(Unit.duration.integer(".5 s") == .success(500_000_000))
    #expect(Unit.duration.integer(". s") == .failure(.noNumber))
    #expect(Unit.duration.integer("1. s") == .failure(.unknownUnit(". s")))
    #expect(Unit.duration.integer("-") == .failure(.noNumber))
    #expect(Unit.duration.integer("1e99 s") == .failure(.noNumber))
    #expect(Unit.count.double("5 ms") == .failure(.unknownUnit("ms")))
    #expect(Unit.duration.integer("0x10 s") == .failure(.unknownUnit("x10 s")))
  }

  @Test func `quantities are written in the unit that suits them`() {
    #expect(Unit.duration.text(90_000_000_000) == "1.5 min")
    #expect(Unit.duration.text(250_000_000) == "250 ms")
    #expect(Unit.size.text(Double(250 << 20)) == "250 MB")
    #expect(Unit.share.text(0.9) == "90%")
    #expect(Unit.duration.text(0) == "0 s" && Unit.size.text(0) == "0 B" && Unit.share.text(0) == "0%" && Unit.rate.text(0) == "0/s")
  }

  @Test(
    arguments: [
      ("2026-01-05T00:00:00Z", 1_767_571_200_000_000_000), ("2026-01-05", 1_767_571_200_000_000_000),
      ("2026-01-05T01:00:00+01:00", 1_767_571_200_000_000_000), ("1970-01-01 00:00:00.1234567", 123_456_700),
      ("1969-12-31T23:59:59Z", -1_000_000_000),
    ] as [(String, Int64)])
  func `instants are ISO-8601`(text: String, nanoseconds: Int64) throws {
    #expect(try #require(Instant(text)).nanoseconds == nanoseconds)
  }

  @Test func `impossible instants are none`() {
    for text in [
      "2026-02-29", "2026-13-01", "2026-01-05T25:00:00Z", "2026-01-05T00:00:00X", "2026-01-05T00:00", "", "now", "2026-01-05T00:00:00.",
    ] {
      #expect(Instant(text) == nil, "\(text)")
    }
  }

  @Test func `an instant is written as it is read`() {
    #expect(Instant(nanoseconds: 1_767_571_200_000_000_000).text == "2026-01-05T00:00:00Z")
    #expect(Instant(nanoseconds: -1_000_000_000).text == "1969-12-31T23:59:59Z")
  }

  @Test func `days and dates turn into each other over four centuries`() {
    for day in stride(from: -100_000, through: 100_000, by: 37) {
      let date = Calendar.date(day: day)
      #expect(Calendar.day(year: date.year, month: date.month, day: date.day) == day)
    }
    #expect(Calendar.weekday(day: 0) == 5)
  }

  @Test func `times of day are read to the second`() {
    #expect(Clock.parse("14:00") == 50_400_000_000_000)
    #expect(Clock.parse("23:59:59") == 86_399_000_000_000)
    #expect(Clock.parse("24:00") == nil)
    #expect(Clock.parse("4:00") == nil)
  }
}
