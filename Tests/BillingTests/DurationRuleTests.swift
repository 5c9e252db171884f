import Billing
import Testing

struct DurationRuleTests {
  /// - Source: AWS Lambda Developer Guide, REPORT lines.
  @Test(arguments: [(133_610_000, 80_000_000, 214), (3_016_780_000, 84_000_000, 3_101), (3_004_920_000, 111_230_000, 3_117)])
  func `init and duration are added first and rounded up once`(duration: Int64, start: Int64, billed: Int64) {
    #expect(DurationRule(unit: 1, minimum: 1).billedMilliseconds(duration: duration, billedInit: start) == billed)
  }

  /// - Source: AWS Lambda pricing page, 100 ms until December 2020.
  @Test(arguments: [(1, 100), (100_000_000, 100), (100_000_001, 200)])
  func `a duration was rounded up to 100 ms`(duration: Int64, billed: Int64) {
    #expect(DurationRule(unit: 100, minimum: 100).billedMilliseconds(duration: duration) == billed)
  }

  @Test func `nothing is billed where there is no minimum and no time`() {
    #expect(DurationRule(unit: 1, minimum: 0).billedMilliseconds(duration: 0) == 0)
    #expect(DurationRule(unit: 1, minimum: 1).billedMilliseconds(duration: 0) == 1)
  }

  @Test func `memory is rounded up to its step`() {
    let rule = DurationRule(unit: 1, minimum: 100, memoryStep: 128)
    #expect([1, 128, 129, 1_000].map(rule.billedMemory) == [128, 128, 256, 1_024])
  }

  /// - Source: AWS Lambda pricing page: provisioned concurrency is rounded up to five minutes.
  @Test func `time is rounded up to five minutes`() {
    #expect([0, 1, 300, 301].map { DurationRule.roundedUp($0, to: 300) } == [0, 300, 300, 600])
  }
}
