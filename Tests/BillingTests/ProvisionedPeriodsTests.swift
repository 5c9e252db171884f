import Billing
import Testing

/// - Source: AWS Lambda pricing page: provisioned concurrency is billed from when it is enabled until it is disabled, rounded up to 5 min.
struct ProvisionedPeriodsTests {
  static let minute: Int64 = 60_000_000_000

  /// The surplus, in instance-minutes, of numbers that hold from the given minutes on.
  func surplus(_ levels: [(at: Int64, count: Int64)], within window: Range<Int64> = 0..<1_000) -> Int64 {
    let minute = Self.minute
    return ProvisionedPeriods.surplus(
      of: levels.map { .init(at: $0.at * minute, count: $0.count) }, roundedUpTo: 5 * minute,
      within: (window.lowerBound * minute)..<(window.upperBound * minute)) / minute
  }

  @Test func `what was enabled for seven minutes is billed for ten`() {
    #expect(surplus([(0, 100), (7, 0)]) == 300)
    #expect(surplus([(0, 100), (10, 0)]) == 0)
  }

  @Test func `what has not ended is billed by its time`() {
    #expect(surplus([(0, 100)]) == 0)
    #expect(surplus([(0, 100), (7, 130)]) == 0)
  }

  @Test func `those that came last end first`() {
    #expect(surplus([(0, 10), (3, 15), (5, 10)]) == 15)
    #expect(surplus([(0, 10), (3, 15), (6, 8), (9, 0)]) == 5 * 2 + 2 * 4 + 8)
  }

  @Test func `only what ends within the window counts there, by its whole length`() {
    #expect(surplus([(0, 1), (7, 0), (20, 1), (22, 0)], within: 8..<30) == 3)
    #expect(surplus([(0, 1), (7, 0)], within: 6..<30) == 3)
  }

  @Test func `a number that another replaces at once adds nothing`() {
    #expect(surplus([(0, 0), (4, 50), (4, 0)]) == 0)
  }
}
