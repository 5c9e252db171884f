import Statistics
import Testing

/// Differences of means, paired and not.
///
/// - Source: hours of additional sleep with two drugs, Student (Biometrika 6, 1908), as R's `sleep` and `t.test` give them.
@Suite("PairedDifference and WelchDifference")
struct DifferenceTests {
  static let first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
  static let second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

  @Test("Student's sleepers, each with both drugs")
  func paired() {
    let difference = PairedDifference(Self.first, minus: Self.second)
    #expect(abs(difference.estimate + 1.58) < 1e-12)
    #expect(abs(difference.interval.lower + 2.4598858) < 1e-7 && abs(difference.interval.upper + 0.7001142) < 1e-7)
    #expect(abs(difference.pValue - 0.002832890197) < 1e-9)
    let other = PairedDifference(Self.second, minus: Self.first)
    #expect(other.pValue == difference.pValue && other.interval.upper == -difference.interval.lower)
  }

  @Test("Student's sleepers, as if they were twenty")
  func unequalSeeds() {
    let difference = WelchDifference(Self.first, minus: Self.second)
    #expect(abs(difference.estimate + 1.58) < 1e-12 && abs(difference.freedom - 17.776473516) < 1e-8)
    #expect(abs(difference.interval.lower + 3.3654832) < 1e-7 && abs(difference.interval.upper - 0.2054832) < 1e-7)
    #expect(abs(difference.pValue - 0.07939414) < 1e-8)
  }

  @Test("equal sizes and variances have all degrees of freedom")
  func equalVariances() {
    let difference = WelchDifference([1, 2, 3, 4], minus: [11, 12, 13, 14])
    #expect(abs(difference.freedom - 6) < 1e-12 && difference.estimate == -10)
    let tiny = WelchDifference([1e-200, 2e-200, 3e-200, 4e-200], minus: [1, 1, 1, 1])
    #expect(tiny.estimate == -1 && tiny.interval.contains(-1))
  }

  @Test("a center that is given moves the interval and not its width")
  func center() {
    let plain = PairedDifference(Self.first, minus: Self.second)
    let moved = PairedDifference(Self.first, minus: Self.second, center: -1)
    #expect(moved.estimate == -1 && abs(moved.interval.halfWidth - plain.interval.halfWidth) < 1e-12)
    #expect(abs(moved.interval.upper - (plain.interval.upper + 0.58)) < 1e-12 && moved.pValue > plain.pValue)
  }

  @Test("one pair tells nothing, equal ones tell all")
  func degenerate() {
    let single = PairedDifference([1], minus: [4])
    #expect(single.estimate == -3 && single.interval == .unbounded && single.pValue == 1)
    #expect(WelchDifference([1], minus: [4, 5]).interval == .unbounded)
    let same = PairedDifference([1, 2, 3], minus: [1, 2, 3])
    #expect(same.estimate == 0 && same.interval.halfWidth == 0 && same.pValue == 1)
    let shifted = WelchDifference([5, 5], minus: [4, 4])
    #expect(shifted.interval == ConfidenceInterval(lower: 1, upper: 1) && shifted.pValue == 0)
  }
}
